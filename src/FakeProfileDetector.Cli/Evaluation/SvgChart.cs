using System.Globalization;
using System.Net;
using System.Text;

namespace FakeProfileDetector.Cli.Evaluation;

/// <summary>A square chart of two shares, 0 to 1 each, drawn into a page: no script and nothing to load.</summary>
internal sealed class SvgChart
{
    private const int Side = 300;
    private const int Left = 64;
    private const int Right = 24;
    private const int Top = 12;
    private const int Below = 48;
    private const int Quarters = 4;

    private readonly StringBuilder _svg = new();

    /// <summary>Draws the frame.</summary>
    /// <param name="title">What the chart shows, for who cannot see it.</param>
    /// <param name="across">The meaning of the horizontal axis.</param>
    /// <param name="up">The meaning of the vertical axis.</param>
    internal SvgChart(string title, string across, string up)
    {
        _svg.Append(Invariant($"<svg viewBox=\"0 0 {Left + Side + Right} {Top + Side + Below}\" role=\"img\" aria-label=\"{Encode(title)}\">"));
        for (var quarter = 0; quarter <= Quarters; quarter++)
        {
            var share = (double)quarter / Quarters;
            _svg.Append(Invariant($"<path class=\"grid\" d=\"M{X(share):0.#} {Y(0):0.#}V{Y(1):0.#}M{X(0):0.#} {Y(share):0.#}H{X(1):0.#}\"/>"));
            Text(X(share), Y(0) + 18, "middle", $"{100 * share:0} %");
            Text(Left - 6, Y(share) + 4, "end", $"{100 * share:0} %");
        }

        Text(X(0.5), Y(0) + 40, "middle", across);
        _svg.Append(Invariant($"<text transform=\"translate(13 {Y(0.5):0.#}) rotate(-90)\" text-anchor=\"middle\">{Encode(up)}</text>"));
    }

    /// <summary>Joins points by straight lines.</summary>
    internal SvgChart Line(string kind, IEnumerable<(double Across, double Up)> points)
    {
        var path = string.Join(' ', points.Select(point => Invariant($"{X(point.Across):0.#},{Y(point.Up):0.#}")));
        _svg.Append($"<polyline class=\"{kind}\" points=\"{path}\"/>");
        return this;
    }

    /// <summary>Marks a point; its text shows where the pointer rests on it.</summary>
    internal SvgChart Mark(string kind, double across, double up, string text)
    {
        _svg.Append(Invariant($"<circle class=\"{kind}\" cx=\"{X(across):0.#}\" cy=\"{Y(up):0.#}\" r=\"4.5\"><title>{Encode(text)}</title></circle>"));
        return this;
    }

    /// <summary>Draws an upright interval.</summary>
    internal SvgChart Interval(double across, double lower, double upper)
    {
        _svg.Append(Invariant($"<path class=\"interval\" d=\"M{X(across):0.#} {Y(lower):0.#}V{Y(upper):0.#}\"/>"));
        return this;
    }

    public override string ToString() => $"{_svg}</svg>";

    private static double X(double share) => Left + (share * Side);

    private static double Y(double share) => Top + ((1 - share) * Side);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private void Text(double x, double y, string anchor, string text) =>
        _svg.Append(Invariant($"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{Encode(text)}</text>"));
}
