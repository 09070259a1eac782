using System.Text;
using System.Text.Json.Nodes;
using FakeProfileDetector.History;
using FakeProfileDetector.Tests.Support;
using FakeProfileDetector.Weights;

namespace FakeProfileDetector.Tests.Weights;

public sealed class DetectorWeightsTests
{
    public static TheoryData<string, string, string> Nonsense => new()
    {
        { "format", "\"something-else\"", "format" },
        { "formatVersion", "2", "formatVersion" },
        { "formatVersion", "\"1\"", "formatVersion" },
        { "scoringVersion", "\"1999.1\"", "scoringVersion" },
        { "priorProbability", "0", "priorProbability" },
        { "priorProbability", "1.5", "priorProbability" },
        { "priorProbability", "1e999", "priorProbability" },
        { "signalScales", "{\"image-reuse\":-1}", "signalScales.image-reuse" },
        { "signalScales", "{\"image-reuse\":5}", "signalScales.image-reuse" },
        { "signalScales", "null", "signalScales" },
        { "history", "[]", "history" },
        { "history", "[null]", "history" },
        { "history", "{}", "history" },
        { "history.posts.nats", "[1]", "history[posts].nats" },
        { "history.posts.nats.0", "1e999", "history[posts].nats" },
        { "history.posts.nats.0", "11", "history[posts].nats" },
        { "history.posts.nats.0", "\"NaN\"", "nats" },
        { "history.posts.upperEdges", "[]", "history[posts].upperEdges" },
        { "history.posts.upperEdges.1", "0.5", "history[posts].upperEdges" },
        { "history.posts.upperEdges.0", "-1e999", "history[posts].upperEdges" },
        { "history.posts.fakes", "[1]", "history[posts].fakes" },
        { "history.posts.genuine.0", "-1", "history[posts].genuine" },
        { "history.posts.feature", "\"shoeSize\"", "history[shoeSize]" },
        { "history.posts.feature", "\"connections\"", "history[connections]" },
        { "provenance", "null", "provenance" },
        { "provenance.crossValidation", "{\"folds\":5,\"areaUnderCurve\":2,\"brierScore\":null,\"expectedCalibrationError\":null}", "provenance.crossValidation" },
        { "surplus", "1", "surplus" },
    };

    [Theory]
    [MemberData(nameof(Nonsense))]
    public void Read_Nonsense_IsRefusedByFileFieldAndRemedy(string place, string value, string field)
    {
        var exception = Assert.Throws<DetectorWeightsException>(() => Read(With(place, value)));

        Assert.Equal("w.json", exception.File);
        Assert.Contains(field, exception.Field, StringComparison.Ordinal);
        Assert.Contains("\"w.json\"", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"format\":")]
    [InlineData("not json")]
    public void Read_NoWeightsAtAll_IsRefused(string text) => Assert.Throws<DetectorWeightsException>(() => Read(text));

    [Theory]
    [InlineData("formatVersion")]
    [InlineData("history")]
    [InlineData("signalScales")]
    public void Read_FieldMissing_IsRefused(string field)
    {
        var root = Document();
        root.Remove(field);

        Assert.Throws<DetectorWeightsException>(() => Read(root.ToJsonString()));
    }

    [Fact]
    public void Read_TooLarge_IsRefusedWithoutReadingOn()
    {
        var exception = Assert.Throws<DetectorWeightsException>(() => Read(new string(' ', 2 * 1024 * 1024)));

        Assert.Contains("larger", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Save_WhileTheOldFileIsRead_ReplacesItWhole()
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("weights.json");
        DetectorWeights.Default.Save(path);
        var length = new FileInfo(path).Length;
        using var reading = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

        DetectorWeights.Default.Save(path);

        // The reader goes on with the old file, of which not a byte has changed; nothing else is left in the folder.
        Assert.Equal(length, reading.Length);
        Assert.Equal(DetectorWeights.Read(reading, "old").PriorProbability, DetectorWeights.Load(path).PriorProbability);
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void Save_ThenLoad_GivesTheSameWeights()
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("weights.json");
        var provenance = new WeightsProvenance
        {
            Method = "m",
            Data = "d",
            LearnedAt = Invented.Now,
            Fakes = 1,
            Genuine = 2,
            Groups = 3,
            Signals = ["own"],
            CrossValidation = new(5, 0.9, 0.1, 0.02),
        };
        var saved = DetectorWeights.Default.With(0.25, [KeyValuePair.Create("own", 1.5)], provenance);

        saved.Save(path);
        var loaded = DetectorWeights.Load(path);

        Assert.Equal(0.25, loaded.PriorProbability);
        Assert.Equal(saved.SignalScales, loaded.SignalScales);
        Assert.Equivalent(saved.Provenance, loaded.Provenance, strict: true);
        Assert.Equal(0.02, loaded.Provenance.CrossValidation!.ExpectedCalibrationError);
        Assert.Equal(["own"], loaded.Provenance.Signals);
        Assert.Equal(saved.History.Features.Length, loaded.History.Features.Length);
        Assert.All(saved.History.Features.Zip(loaded.History.Features), pair =>
        {
            Assert.Same(pair.First.Feature, pair.Second.Feature);
            Assert.Equal(pair.First.UpperEdges, pair.Second.UpperEdges);
            Assert.Equal(pair.First.Nats, pair.Second.Nats);
            Assert.Equal(pair.First.Fakes, pair.Second.Fakes);
            Assert.Equal(pair.First.Genuine, pair.Second.Genuine);
        });
    }

    [Fact]
    public void Default_EveryFeature_KeepsToItsTrend()
    {
        Assert.Equal(HistoryFeatureCatalog.All, DetectorWeights.Default.History.Features.Select(feature => feature.Feature));
        Assert.All(DetectorWeights.Default.History.Features, feature => Assert.All(
            feature.Nats.Zip(feature.Nats.Skip(1)),
            pair => Assert.True(feature.Feature.Trend == HistoryTrend.MoreIsGenuine ? pair.First >= pair.Second : pair.First <= pair.Second)));
        Assert.Null(DetectorWeights.Default.PriorProbability);
    }

    [Fact]
    public void Unlearned_KeepsTheRangesAndWhatWasAssumed()
    {
        var unlearned = DetectorWeights.Default.Unlearned().History.Features;

        Assert.Equal(DetectorWeights.Default.History.Features.Select(feature => feature.UpperEdges.Length), unlearned.Select(feature => feature.UpperEdges.Length));
        Assert.All(unlearned.Where(feature => feature.Feature.Key != "verified"), feature => Assert.All(feature.Nats, nats => Assert.Equal(0, nats)));
        Assert.Equal([0, -1.5], unlearned.Single(feature => feature.Feature.Key == "verified").Nats);
    }

    private static DetectorWeights Read(string text) => DetectorWeights.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "w.json");

    private static JsonObject Document()
    {
        using var stream = new MemoryStream();
        DetectorWeights.Default.Write(stream);
        return JsonNode.Parse(stream.ToArray())!.AsObject();
    }

    /// <summary>The shipped file with another value in one place; "history.posts" is the entry of that feature.</summary>
    private static string With(string place, string value)
    {
        const string Mark = "\"put it here\"";
        JsonNode node = Document();
        var root = node;
        var steps = place.Split('.');
        foreach (var step in steps[..^1])
        {
            node = node is JsonArray entries && !int.TryParse(step, out _)
                ? entries.Single(entry => entry!["feature"]!.GetValue<string>() == step)!
                : node[step]!;
        }

        if (int.TryParse(steps[^1], out var index))
        {
            node[index] = "put it here";
        }
        else
        {
            node[steps[^1]] = "put it here";
        }

        // Put in as text: numbers such as 1e999 are valid JSON and no double.
        return root.ToJsonString().Replace(Mark, value, StringComparison.Ordinal);
    }
}
