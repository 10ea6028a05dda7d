select niveau, groep, groep_naam from lidmaatschap where nis_code = $1 and geldig_tot is null order by niveau
