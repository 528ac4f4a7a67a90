using System.Text.Json;
using static EdgeGateway.Sim.Verification.JsonPick;

namespace EdgeGateway.Sim.Verification;

/// <summary>Takes out of one CloudEvent what verification needs (contract section 2).</summary>
public static class ReadingReader
{
    /// <summary>Most characters of <c>data</c> that are kept for a reading that is no plate: a long text and its addresses several times over.</summary>
    public const int MostData = 16 * 1024;

    public static ReceivedLine Read(string topic, JsonElement reading, DateTimeOffset at)
    {
        JsonElement data = reading.GetProperty("data");
        return new ReceivedLine
        {
            Type = ReceivedLine.Reading,
            Topic = topic,
            At = at,
            Id = reading.GetProperty("id").GetString(),
            Epoch = reading.GetProperty("epoch").GetString(),
            Seq = reading.GetProperty("seq").GetInt64() is var seq and >= 1 and <= SeqSpans.Most ? seq : throw new FormatException("a number that no store gives"),
            Device = Text(data, "device") ?? Text(reading, "subject"),
            Lane = Text(reading, "lane"),
            Kind = Kind(Text(reading, "type")),
            NativeId = Text(Member(data, "source"), "nativeId"),
            Plate = Text(Member(data, "plate"), "text"),
            LaneNo = (int?)Number(data, "laneNo"),
            Passage = Text(Member(data, "passage"), "id"),
            Time = Member(reading, "time") is { ValueKind: JsonValueKind.String } time ? time.GetDateTimeOffset() : null,
            Data = Data(Kind(Text(reading, "type")), data),
            Media = Member(data, "media") is { ValueKind: JsonValueKind.Array } media ? [.. media.EnumerateArray().Where(IsPicture).Select(Picture)] : null,
            FromSeq = Number(data, "fromSeq"),
            ToSeq = Number(data, "toSeq"),
            Count = Number(data, "count"),
            GapEpoch = Text(data, "epoch"),
            GapLane = Text(data, "lane"),
            Cause = Text(data, "cause"),
            Note = Text(data, "note"),
        };
    }

    /// <summary><c>edge.plate.read.v1</c> is the kind <c>plate.read</c>.</summary>
    private static string? Kind(string? type)
    {
        if (type is null || !type.StartsWith("edge.", StringComparison.Ordinal))
        {
            return type;
        }

        int version = type.LastIndexOf(".v", StringComparison.Ordinal);
        return version > 5 ? type[5..version] : type[5..];
    }

    /// <summary>Of plates the members above are enough, and there are many of them.</summary>
    private static JsonElement? Data(string? kind, JsonElement data) =>
        kind is null || kind == "gap" || kind.StartsWith("plate.", StringComparison.Ordinal) || data.GetRawText().Length > MostData ? null : data.Clone();

    /// <summary>The bytes of a repaired alert travel beside the pictures; no camera took them.</summary>
    private static bool IsPicture(JsonElement media) => Text(media, "role") != "raw";

    private static ReceivedPicture Picture(JsonElement media) =>
        new(Text(media, "sha256") ?? "", Number(media, "bytes") ?? -1);
}
