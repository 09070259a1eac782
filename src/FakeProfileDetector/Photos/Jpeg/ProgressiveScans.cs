namespace FakeProfileDetector.Photos.Jpeg;

/// <summary>Decodes the scans of a progressive file one after another.</summary>
/// <param name="frame">The frame.</param>
/// <param name="tables">The tables, as the file defines them on the way.</param>
/// <param name="coefficients">Receives the coefficients of luma.</param>
/// <param name="maximum">More scans than this are refused.</param>
internal sealed class ProgressiveScans(JpegFrame frame, JpegTables tables, LumaCoefficients coefficients, int maximum)
{
    private int _left = maximum;

    // The coefficients of which all bits have come.
    private ulong _complete;

    /// <summary>The steps of luma; null before its first scan.</summary>
    internal QuantizationTable? Quantization { get; private set; }

    /// <summary>Whether all that is kept has come to its last bit.</summary>
    internal bool IsComplete => (coefficients.HasConstantsOnly ? _complete | ~1UL : _complete) == ulong.MaxValue;

    /// <summary>Whether every block of luma has its constant: what follows adds detail only.</summary>
    internal bool ShowAll { get; private set; }

    /// <summary>Decodes one scan, or passes over it where luma does not need it.</summary>
    /// <exception cref="JpegFormatException">The scan is damaged or cut, or there are too many.</exception>
    internal void Decode(ref JpegParser parser, in ScanHeader scan, ReadOnlySpan<byte> file, ref ColorMeter colors, CancellationToken cancellationToken)
    {
        if (_left-- == 0)
        {
            throw JpegFormatException.TooManyScans();
        }

        var hasLuma = scan.Components.Contains(index: 0);
        var data = new EntropyData(file, parser.Position);
        try
        {
            if (scan.First == 0)
            {
                // As in libjpeg, the steps are those of the first scan, whatever is defined later.
                Quantization ??= hasLuma ? tables.KeptQuantization(frame.Luma.QuantizationTable) : null;
                ProgressiveScan.DecodeConstants(scan, frame, tables, ref data, coefficients, ref colors, cancellationToken);
                ShowAll |= hasLuma;
            }
            else if (hasLuma && !coefficients.HasConstantsOnly)
            {
                ProgressiveScan.DecodeBand(scan, frame, tables, ref data, coefficients, cancellationToken);
            }

            if (hasLuma && scan.Low == 0)
            {
                _complete |= (ulong.MaxValue << scan.First) & (ulong.MaxValue >> (ZigZag.BlockSize - 1 - scan.Last));
            }

            data.Skip();
            parser.Position = data.Position;
        }
        finally
        {
            data.Dispose();
        }
    }
}
