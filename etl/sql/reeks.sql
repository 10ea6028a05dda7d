-- A second order of the same figures: of one municipality all lies together, as it is read.
insert into reeks by name
select
    nis_code, indicator, periode_begin, periode_einde, waarde, nullif(status, 'waarde') as reden,
    schatting, voorlopig, noemer, n, levering
from waarneming
semi join (select indicator from indicator where nagekeken) using (indicator)
order by nis_code, indicator, periode_einde
