using System.Security.Cryptography;
using System.Text;

namespace FakeProfileDetector.Reports;

/// <summary>The beginning of a <see cref="ReportPage"/>: its styles, and a policy that allows these and nothing else.</summary>
internal static class ReportPageHead
{
    private const string Style = """
        body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #1b1b1b; background: #fff; }
        article { border: 1px solid #ccc; border-radius: 6px; margin: 1rem 0; padding: .75rem 1rem; }
        h2 { font-size: 1.05rem; margin: 0 0 .5rem; }
        .LikelyFake h2 { color: #a40000; } .Suspicious h2 { color: #8a5200; }
        table { border-collapse: collapse; width: 100%; } td { vertical-align: top; padding: .15rem .5rem .15rem 0; }
        td.n { width: 9rem; } td.b { width: 5rem; text-align: right; font-variant-numeric: tabular-nums; } td.w { width: 14rem; }
        svg { display: block; width: 100%; height: 1rem; background: #f2f2f2; } svg path { stroke: #888; stroke-width: .5; } .up { fill: #c33; } .down { fill: #2a7; }
        small { color: #555; }
        """;

    internal static string Html { get; } = Make();

    private static string Make()
    {
        // Browsers hash the text with line feeds, whatever the source file has.
        var style = Style.ReplaceLineEndings("\n");
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'">
            <meta name="referrer" content="no-referrer">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Profile authenticity report</title>
            <style>{style}</style>
            </head>
            <body>
            <h1>Profile authenticity report</h1>
            <p>Evidence in bits: each bit towards fake (red, right) doubles the odds. A recommendation to a person, not a decision.
            Profiles without adverse verdict are counted at the end and not listed.</p>

            """.ReplaceLineEndings("\n");
    }
}
