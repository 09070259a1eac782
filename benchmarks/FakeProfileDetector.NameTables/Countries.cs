using System.Collections.Frozen;
using System.Globalization;

namespace FakeProfileDetector.NameTables;

/// <summary>What a rank among a country's commonest names means for the world.</summary>
/// <remarks>
/// Shares fall with the root of the rank for given names and a little faster for family names, from a first one that depends on
/// the country. Rough on purpose: a class is a factor of two.
/// </remarks>
internal static class Countries
{
    private const double WorldPopulation = 8100;

    /// <summary>The commonest given name of one sex has some 1.6 % of that sex.</summary>
    private const double FirstGivenName = 0.008;

    private const double FirstFamilyName = 0.01;

    /// <summary>Populations in millions, rounded.</summary>
    private static readonly FrozenDictionary<string, double> Populations = Parse(
        "AE 10 AL 2.8 AM 3 AR 46 AT 9 AU 26 AZ 10 BA 3.2 BD 170 BE 12 BG 6.5 BO 12 BR 210 BY 9.2 CA 39 CH 8.8 CL 19.6 CN 1410 CO 52 "
        + "CR 5.2 CU 11 CY 1.3 CZ 10.8 DE 84 DK 5.9 DO 11 DZ 45 EC 18 EE 1.4 EG 110 ES 48 FI 5.6 FJ 0.9 FR 66 GB 68 GE 3.7 GQ 1.7 GR 10.4 "
        + "GT 17.6 HR 3.9 HT 11.6 HU 9.6 IE 5.2 IL 9.7 IN 1430 IQ 44 IR 89 IS 0.4 IT 59 JM 2.8 JO 11 JP 124 KG 7 KH 17 KR 52 KW 4.9 "
        + "KZ 20 LB 5.5 LK 22 LT 2.8 LU 0.65 LV 1.9 LY 6.9 MA 37 MD 2.5 ME 0.6 MK 1.8 MN 3.4 MT 0.5 MX 128 MY 34 NL 17.8 NO 5.5 NP 30 "
        + "NZ 5.2 PA 4.4 PE 34 PH 115 PK 240 PL 37.7 PT 10.4 PY 6.8 RO 19 RS 6.6 RU 144 SA 36 SE 10.6 SI 2.1 SK 5.4 SR 0.6 SV 6.3 TH 71 TJ 10 "
        + "TN 12 TR 85 TW 23.5 UA 37 US 340 UY 3.4 VE 28 VN 99 XK 1.8 ZA 61");

    /// <summary>The share of the commonest family name, in per cent, where it is far from one.</summary>
    private static readonly FrozenDictionary<string, double> FirstFamilyNames = Parse(
        "CN 7 TW 11 KR 21 VN 38 DK 4.5 SE 2.5 NO 1.1 ES 3 PT 5 BR 5 MX 4 CO 3 PE 3 CU 4 DO 4 CL 3 AR 2 JP 1.5 IN 1 PH 0.6 DE 0.9 FR 0.4 "
        + "IT 0.3 PL 0.5 RU 0.7 US 0.8 GB 1.1 NL 0.6 HU 2.3 BG 3 NP 4 BD 2 PK 2");

    /// <summary>The share of the world's people with a given name.</summary>
    internal static double GivenNameShare(string country, int rank) => WeightOf(country) * FirstGivenName / Math.Sqrt(rank);

    /// <summary>The share of the world's people with a family name.</summary>
    internal static double FamilyNameShare(string country, int rank) =>
        WeightOf(country) * (FirstFamilyNames.TryGetValue(country, out var percent) ? percent / 100 : FirstFamilyName) / Math.Pow(rank, 0.7);

    /// <summary>Countries of fewer than half a million people are not listed and count as a quarter of a million.</summary>
    private static double WeightOf(string country) => Populations.GetValueOrDefault(country, 0.25) / WorldPopulation;

    private static FrozenDictionary<string, double> Parse(string facts) => facts.Split(' ').Chunk(2).ToFrozenDictionary(
        pair => pair[0], pair => double.Parse(pair[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
