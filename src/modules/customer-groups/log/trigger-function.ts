/** `security definer`: who may write Medusa's tables need not have rights on ours; hence the fixed search path. */
export const triggerFunction = (name: string, body: string, settings = "") => `
create or replace function ${name}() returns trigger language plpgsql security definer ${settings} as $function$
${body}
end $function$;
do $do$ begin execute format('alter function ${name}() set search_path = %I, pg_temp', current_schema()); end $do$;`
