using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsCheck;
using FakeProfileDetector.Photos;

namespace FakeProfileDetector.Tests.Photos;

public sealed partial class PhotoHashJsonConverterTests
{
    private const string Text = "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22";

    [Fact]
    public void Json_Values_AndKeys_RoundTrip() => PhotoHashTests.Any.Array[0, 5].Sample(hashes =>
    {
        var record = new Record(hashes.FirstOrDefault(), hashes.Cast<PhotoHash?>().Append(null).First(), hashes.Distinct().ToDictionary(hash => hash, hash => hash.PopCount));

        var json = JsonSerializer.Serialize(record, Context.Default.Record);

        var read = JsonSerializer.Deserialize(json, Context.Default.Record)!;
        Assert.Equal((record.Hash, record.Optional), (read.Hash, read.Optional));
        Assert.Equal(record.Counts, read.Counts);
        Assert.Equal(json, JsonSerializer.Serialize(read));
    });

    [Fact]
    public void Serialize_Hash_IsTheTextForm() => Assert.Equal($"\"{Text}\"", JsonSerializer.Serialize(PhotoHash.Parse(Text)));

    [Fact]
    public void Deserialize_UpperCaseEscapesAndPieces_AreRead()
    {
        var hash = PhotoHash.Parse(Text);
        var escaped = string.Concat(Text.Select(c => $"\\u{(int)c:x4}"));

        Assert.Equal(hash, JsonSerializer.Deserialize<PhotoHash>($"\"{Text.ToUpperInvariant()}\""));
        Assert.Equal(hash, JsonSerializer.Deserialize<PhotoHash>($"\"{escaped}\""));
        Assert.Equal(hash, JsonSerializer.Deserialize<PhotoHash>($"\"{hash.ToString("b64")}\""));

        var reader = new Utf8JsonReader(InPieces(Encoding.UTF8.GetBytes($"\"{Text}\"")));
        Assert.Equal(hash, JsonSerializer.Deserialize<PhotoHash>(ref reader));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("12")]
    [InlineData("\"\"")]
    [InlineData("\"f8f8\"")]
    [InlineData("{}")]
    [InlineData("\"zz00000000000000000000000000000000000000000000000000000000000000\"")]
    public void Deserialize_NoHash_NamesTheRemedy(string json) => Assert.Contains(
        "64 hexadecimal digits", Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PhotoHash>(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Deserialize_LongTextOrWrongKey_IsRefused()
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PhotoHash>($"\"{new string('0', 100_000)}\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dictionary<PhotoHash, int>>("{\"key\":1}"));
    }

    private static ReadOnlySequence<byte> InPieces(byte[] bytes)
    {
        var first = new Piece(bytes.AsMemory(0, 20), index: 0);
        var last = new Piece(bytes.AsMemory(20), index: 20);
        first.Link(last);
        return new(first, 0, last, bytes.Length - 20);
    }

    internal sealed record Record(PhotoHash Hash, PhotoHash? Optional, Dictionary<PhotoHash, int> Counts);

    [JsonSerializable(typeof(Record))]
    private sealed partial class Context : JsonSerializerContext;

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        internal Piece(ReadOnlyMemory<byte> memory, int index) => (Memory, RunningIndex) = (memory, index);

        internal void Link(Piece next) => Next = next;
    }
}
