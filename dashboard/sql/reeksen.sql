-- Everything of one municipality: all periods of every reviewed indicator, oldest first.
select
    w.indicator, w.periode_begin, w.periode_einde, w.waarde, w.status, w.schatting, w.voorlopig,
    w.teller, w.noemer, w.n, w.levering
from waarneming w
semi join (select indicator from indicator where nagekeken) using (indicator)
where w.nis_code = $1
order by w.indicator, w.periode_einde
