-- The latest values of every reviewed indicator in the municipalities of today, where there is one.
select indicator, nis_code, waarde, noemer, n, schatting
from profiel
where waarde is not null
order by indicator, nis_code
