using System.ComponentModel.DataAnnotations;
using FakeProfileDetector.Weights;
using Microsoft.Extensions.Options;

namespace FakeProfileDetector.Calibration;

/// <summary>How weights are learned.</summary>
/// <threadsafety>Not safe to change while another thread reads it; a calibrator keeps a copy.</threadsafety>
public sealed class CalibrationOptions
{
    /// <summary>Number of parts of the cross-validation.</summary>
    /// <value>2–20; the default is 5.</value>
    [Range(2, 20)]
    public int Folds { get; set; } = 5;

    /// <summary>The minimum number of accounts of each label, in each set of data, that anything is learned from.</summary>
    /// <value>10–1,000,000; the default is 50.</value>
    [Range(10, 1_000_000)]
    public int MinimumPerLabel { get; set; } = 50;

    /// <summary>
    /// How strongly weights are held to those of <see cref="Start"/>, in accounts: a step between two ranges that fewer
    /// accounts than this tell apart hardly moves.
    /// </summary>
    /// <value>0.1–10,000; the default is 10.</value>
    [Range(0.1, 10_000.0)]
    public double Regularization { get; set; } = 10;

    /// <summary>Probability of a fake on the network; null takes the share among the labeled accounts.</summary>
    /// <value>0.0001–0.9999, or null. Set it where fakes were labeled more eagerly than genuine accounts.</value>
    [Range(0.0001, 0.9999)]
    public double? PriorProbability { get; set; }

    /// <summary>The weights that learning starts from and falls back to where the data say little.</summary>
    /// <value>The default is <see cref="DetectorWeights.Default"/>.</value>
    public DetectorWeights Start { get; set; } = DetectorWeights.Default;

    /// <summary>What the labeled accounts are, in words, for the provenance.</summary>
    /// <value>The default is empty.</value>
    public string Data { get; set; } = string.Empty;

    /// <summary>What was validated stays as it was, whatever the caller does to its own object.</summary>
    internal CalibrationOptions Copy() => (CalibrationOptions)MemberwiseClone();
}

/// <summary>Rules of <see cref="CalibrationOptions"/>, generated from its attributes.</summary>
[OptionsValidator]
internal sealed partial class CalibrationOptionsAttributes : IValidateOptions<CalibrationOptions>;

/// <inheritdoc cref="CalibrationOptionsAttributes"/>
internal sealed class CalibrationOptionsValidator : IValidateOptions<CalibrationOptions>
{
    public ValidateOptionsResult Validate(string? name, CalibrationOptions options)
    {
        var ranges = new CalibrationOptionsAttributes().Validate(name, options);
        return ranges switch
        {
            { Failed: true } => ranges,
            _ when options.Start is null => ValidateOptionsResult.Fail("Start must not be null; leave it at its default."),
            _ when options.Data is null => ValidateOptionsResult.Fail("Data must not be null; leave it empty."),
            _ => ranges,
        };
    }
}
