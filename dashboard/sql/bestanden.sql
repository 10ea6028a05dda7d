-- The files that the figures of one indicator come from, over all periods.
select distinct levering
from waarneming
where indicator = $1 and levering is not null
order by levering
