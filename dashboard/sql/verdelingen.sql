-- Per indicator and period how the municipalities are spread, and what one of them is compared with.
select
    v.indicator, v.periode_begin, v.periode_einde, v.waarde, v.soort, v.noemer, v.aantal_gemeenten,
    v.minimum, v.kwartiel1, v.mediaan, v.kwartiel3, v.maximum
from vergelijking v
semi join (select indicator from indicator where nagekeken) using (indicator)
order by v.indicator, v.periode_einde
