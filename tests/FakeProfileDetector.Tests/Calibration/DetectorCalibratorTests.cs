using FakeProfileDetector.Calibration;
using FakeProfileDetector.History;
using FakeProfileDetector.Photos;
using FakeProfileDetector.Profiles;
using FakeProfileDetector.Reasons;
using FakeProfileDetector.Registry;
using FakeProfileDetector.Signals.ImageReuse;
using FakeProfileDetector.Signals.NameMismatch;
using FakeProfileDetector.Signals.SparseHistory;
using FakeProfileDetector.Tests.Support;
using FakeProfileDetector.Weights;
using Microsoft.Extensions.Options;
using static FakeProfileDetector.Tests.Support.Invented;

namespace FakeProfileDetector.Tests.Calibration;

public sealed class DetectorCalibratorTests
{
    [Fact]
    public async Task Fit_NetworkWhereFakesPostMuch_LearnsThatPostsSayLittle()
    {
        // Everywhere else few posts speak for a fake; here the fakes post like everybody, and only their bios are blank.
        var weights = await Calibrate(Network(200, postsOfFakes: 300));

        var shipped = Feature(DetectorWeights.Default, "posts");
        var learned = Feature(weights, "posts");
        Assert.True(learned.NatsOf(0) - learned.NatsOf(300) < 0.8 * (shipped.NatsOf(0) - shipped.NatsOf(300)));
        Assert.True(Feature(weights, "bioLength").NatsOf(0) > Feature(DetectorWeights.Default, "bioLength").NatsOf(0));
    }

    [Fact]
    public async Task Fit_FactsNobodyShows_KeepTheirWeights()
    {
        var weights = await Calibrate(Network(100));

        Assert.Equal(Feature(DetectorWeights.Default, "verified").Nats, Feature(weights, "verified").Nats);
        Assert.Equal(Feature(DetectorWeights.Default, "sectionsShare").Nats, Feature(weights, "sectionsShare").Nats);
        Assert.Empty(Feature(weights, "verified").Fakes);
        Assert.Equal((50, 150), (Feature(weights, "posts").Fakes.Sum(), Feature(weights, "posts").Genuine.Sum()));
    }

    [Fact]
    public async Task Fit_Learned_KeepsToTheTrends() => Assert.All((await Calibrate(Network(200, postsOfFakes: 5000))).History.Features, feature =>
        Assert.All(feature.Nats.Zip(feature.Nats.Skip(1)), pair =>
            Assert.True(feature.Feature.Trend == HistoryTrend.MoreIsGenuine ? pair.First >= pair.Second : pair.First <= pair.Second)));

    [Fact]
    public async Task Fit_Provenance_SaysWhatWasLearnedFrom()
    {
        var provenance = (await Calibrate(Network(100), new() { Data = "invented" })).Provenance;

        Assert.Equal((50, 150, "invented", Now), (provenance.Fakes, provenance.Genuine, provenance.Data, provenance.LearnedAt));
        Assert.Equal(5, provenance.CrossValidation!.Folds);
        Assert.InRange(provenance.CrossValidation.AreaUnderCurve, 0.8, 1);
    }

    [Fact]
    public async Task Fit_PriorGiven_MovesThePrior()
    {
        var asLabeled = await Calibrate(Network(100));
        var rare = await Calibrate(Network(100), new() { PriorProbability = 0.01 });

        Assert.True(rare.PriorProbability < asLabeled.PriorProbability / 5);
    }

    [Fact]
    public async Task Fit_PriorGiven_MeasuresAtThatPrevalence()
    {
        var rare = (await Calibrate(Network(100), new() { PriorProbability = 0.01 })).Provenance.CrossValidation!;

        // Who never calls anyone fake errs by the prevalence: 0.01 here, and 0.25 at that of the labeled accounts.
        Assert.InRange(rare.BrierScore!.Value, 0, 0.01);
        Assert.InRange(rare.ExpectedCalibrationError!.Value, 0, 0.01);
    }

    [Fact]
    public async Task Fit_SeveralSets_LeaveThePriorOpen()
    {
        var both = Network(100).Concat(Network(100).Select(labeled => new LabeledProfile(labeled.Profile, labeled.IsFake) { DataSet = "other" })).ToArray();

        var weights = await Calibrate(both);

        Assert.Null(weights.PriorProbability);
        Assert.Null(weights.Provenance.CrossValidation!.BrierScore);
    }

    [Fact]
    public async Task Fit_Twice_GivesTheSame() => Assert.Equal(
        Text(await Calibrate(Network(100))), Text(await Calibrate(Network(100))));

    [Theory]
    [InlineData(0, 0, "no labeled accounts")]
    [InlineData(49, 500, "49 fake and 500 genuine")]
    [InlineData(500, 3, "500 fake and 3 genuine")]
    public async Task Fit_TooFewAccounts_IsRefusedWithTheCounts(int fakes, int genuine, string says)
    {
        var exception = await Assert.ThrowsAsync<CalibrationException>(() => Calibrate(
            [.. Enumerable.Range(0, fakes + genuine).Select(i => new LabeledProfile(new Profile($"m{i}"), i < fakes))]));

        Assert.Contains(says, exception.Message, StringComparison.Ordinal);
        Assert.Contains("label", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fit_AccountLabeledTwice_IsRefusedByItsIdentifier()
    {
        var network = Network(100);

        var exception = await Assert.ThrowsAsync<CalibrationException>(() => Calibrate([.. network, network[3]]));

        Assert.Contains("m3 is labeled more than once", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fit_FakesOfTooFewCampaigns_IsRefused()
    {
        var network = Network(100).Select((labeled, i) => new LabeledProfile(labeled.Profile, labeled.IsFake) { Group = labeled.IsFake ? $"campaign {i % 16}" : null });

        var exception = await Assert.ThrowsAsync<CalibrationException>(() => Calibrate([.. network]));

        Assert.Contains("4 groups", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Assign_Groups_AreNeverSplitAndFoldsAreAlike()
    {
        var network = Network(100).Select((labeled, i) => new LabeledProfile(labeled.Profile, labeled.IsFake) { Group = i % 3 == 0 ? $"g{i % 30}" : null }).ToArray();

        var folds = new GroupedFolds(network).Assign(network, 5);

        Assert.All(network.Index().Where(item => item.Item.Group is not null).GroupBy(item => item.Item.Group), group =>
            Assert.Single(group.Select(item => folds[item.Index]).Distinct()));
        Assert.All(folds.CountBy(fold => fold), fold => Assert.InRange(fold.Value, 36, 44));
        Assert.All(folds.Index().CountBy(item => (item.Item, network[item.Index].IsFake)).Where(fold => fold.Key.IsFake), fold => Assert.InRange(fold.Value, 7, 13));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Assign_RareLabelInMixedGroupsOnly_IsInEveryFold(bool rareIsFake)
    {
        // Four large groups of the common label and five of both, which fill no more than one fold of their own.
        LabeledProfile[] network =
        [
            .. Enumerable.Range(0, 400).Select(i => new LabeledProfile(new Profile($"a{i}"), !rareIsFake) { Group = $"large {i % 4}" }),
            .. Enumerable.Range(0, 100).Select(i => new LabeledProfile(new Profile($"b{i}"), i % 10 < 4 == rareIsFake) { Group = $"mixed {i / 20}" }),
        ];

        var folds = new GroupedFolds(network).Assign(network, 5);

        Assert.Equal(5, folds.Where((_, i) => network[i].IsFake == rareIsFake).Distinct().Count());
    }

    [Fact]
    public async Task Fit_ClonesOfOnePhoto_AreOneGroup()
    {
        // Fifty fakes of ten photos.
        var weights = await CalibrateWithPhotos(Network(100, photoOfFake: i => Photo(i % 10)), new(withKnownDefaults: false));

        Assert.Equal(150 + 10, weights.Provenance.Groups);
        Assert.Equal(["image-reuse", "name-mismatch", "sparse-history"], weights.SignalScales.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Fit_UsersOfADefaultAvatar_AreNoGroup()
    {
        var bank = new BenignPhotoBank(withKnownDefaults: false);
        bank.Add(Photo(1).Hash, "the network's own");

        var weights = await CalibrateWithPhotos(Network(100, photoOfFake: _ => Photo(1)), bank);

        Assert.Equal(200, weights.Provenance.Groups);
    }

    [Fact]
    public async Task Fit_SignalThatErrs_CountsForNothing()
    {
        var network = Network(200);
        var weights = await Calibrator().FitAsync(
            network, registry: null, fingerprinter: null, [SparseHistorySignal.Create(), new Backwards(network)], TestContext.Current.CancellationToken);

        Assert.Equal(0, weights.SignalScales["backwards"]);
        Assert.True(weights.SignalScales["sparse-history"] > 0.3);
    }

    [Fact]
    public async Task Fit_Canceled_Stops()
    {
        using var canceled = new CancellationTokenSource();
        await canceled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Calibrator().FitHistoriesAsync(Network(100), canceled.Token));
    }

    [Fact]
    public void Options_Defaults_ArePinned()
    {
        var options = new CalibrationOptions();

        Assert.Equal((5, 50, 10.0, null, ""), (options.Folds, options.MinimumPerLabel, options.Regularization, options.PriorProbability, options.Data));
        Assert.Same(DetectorWeights.Default, options.Start);
    }

    [Theory]
    [InlineData(nameof(CalibrationOptions.Folds))]
    [InlineData(nameof(CalibrationOptions.MinimumPerLabel))]
    [InlineData(nameof(CalibrationOptions.Regularization))]
    [InlineData(nameof(CalibrationOptions.PriorProbability))]
    [InlineData(nameof(CalibrationOptions.Start))]
    public void Options_OutOfRange_AreRefusedByName(string name)
    {
        var options = name switch
        {
            nameof(CalibrationOptions.Folds) => new CalibrationOptions { Folds = 1 },
            nameof(CalibrationOptions.MinimumPerLabel) => new() { MinimumPerLabel = 9 },
            nameof(CalibrationOptions.Regularization) => new() { Regularization = 0 },
            nameof(CalibrationOptions.PriorProbability) => new() { PriorProbability = 1 },
            _ => new() { Start = null! },
        };

        Assert.Contains(name, Assert.Throws<OptionsValidationException>(() => new DetectorCalibrator(options)).Message, StringComparison.Ordinal);
    }

    private static HistoryFeatureWeights Feature(DetectorWeights weights, string key) =>
        weights.History.Features.Single(feature => feature.Feature.Key == key);

    private static DetectorCalibrator Calibrator(CalibrationOptions? options = null) => new(options, new FixedTime(Now));

    private static Task<DetectorWeights> Calibrate(IReadOnlyList<LabeledProfile> profiles, CalibrationOptions? options = null) =>
        Calibrator(options).FitHistoriesAsync(profiles, TestContext.Current.CancellationToken);

    private static async Task<DetectorWeights> CalibrateWithPhotos(LabeledProfile[] network, BenignPhotoBank bank)
    {
        using var registry = NewRegistry(bank: bank);
        foreach (var labeled in network)
        {
            await registry.EnrollAsync(labeled.Profile, TestContext.Current.CancellationToken);
        }

        return await Calibrator().FitAsync(
            network,
            registry,
            NoDecoder.Fingerprinter,
            [ImageReuseSignal.Create(), NameMismatchSignal.Create(), SparseHistorySignal.Create()],
            TestContext.Current.CancellationToken);
    }

    private static byte[] Text(DetectorWeights weights)
    {
        using var stream = new MemoryStream();
        weights.Write(stream);
        return stream.ToArray();
    }

    /// <summary>Twice as many accounts, a quarter of them fake, with counts that overlap.</summary>
    private static LabeledProfile[] Network(int half, int postsOfFakes = 3, Func<int, PhotoFingerprint>? photoOfFake = null)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, 2 * half).Select(i =>
        {
            var isFake = i % 4 == 0;
            return new LabeledProfile(
                new Profile($"m{i}")
                {
                    DisplayName = $"Given{i} Family{i}",
                    Photo = isFake && photoOfFake is not null ? ProfilePhoto.FromFingerprint(photoOfFake(i / 4)) : null,
                    History = new()
                    {
                        ObservedAt = Now,
                        CreatedAt = Now.AddDays(-random.Next(200, 2000)),
                        Connections = random.Next(0, isFake ? 200 : 900),
                        Following = random.Next(50, 900),
                        Posts = random.Next(0, 2 * (isFake ? postsOfFakes : 300)),
                        BioLength = random.NextDouble() < (isFake ? 0.05 : 0.8) ? 60 : 0,
                    },
                },
                isFake);
        })];
    }

    /// <summary>Speaks for every fake and against everybody else.</summary>
    private sealed class Backwards(IReadOnlyList<LabeledProfile> network) : IProfileSignal
    {
        private readonly HashSet<string> _fakes = [.. network.Where(labeled => labeled.IsFake).Select(labeled => labeled.Profile.Id)];

        public string Name => "backwards";

        public ValueTask<SignalResult> EvaluateAsync(ProfileContext context, CancellationToken cancellationToken) =>
            new(SignalResult.Evidence(_fakes.Contains(context.Profile.Id) ? -1 : 1, new Reason("backwards", "Wrong.")));
    }
}
