-- What the predecessors of a merged municipality had, as delivered. Deliveries in today's state are left
-- out: there the code of Antwerpen already means the merged territory.
select
    b.indicator, b.nis_code, f.oud_naam as naam,
    b.periode_begin, b.periode_einde, b.waarde, b.n, b.levering
from fusie f
join waarneming_bron b on b.nis_code = f.oud_nis
where f.nieuw_nis = $1 and b.geografie <> '285'
qualify row_number() over (partition by b.indicator, b.nis_code order by b.periode_einde desc) = 1
order by b.indicator, f.oud_naam
