using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Sim.Verification;

namespace EdgeGateway.Tests.FirmwareSim.Verification;

public sealed class ReceivedFileTests
{
    private const string Event = "edge/v1/3f/site/gw/up/event/cam-01/plate.read";

    /// <summary>Written by hand from contract section 2, not by the gateway's code.</summary>
    private const string Reading = """
        {"specversion":"1.0","id":"gw:5f0c1c52:7","source":"/site/s/gateway/gw","subject":"cam-01","type":"edge.plate.read.v1","time":"2026-11-22T03:32:00.120Z","epoch":"5f0c1c52","seq":7,"lane":"event","data":{"plate":{"raw":"蓝苏A3HK57","text":"苏A3HK57","outcome":"VALID"},"laneNo":2,"media":[{"role":"scene","sha256":"ab","type":"image/jpeg","bytes":12},{"role":"raw","sha256":"cd","type":"application/xml","bytes":9}],"source":{"nativeId":"u-1"}}}
        """;

    [Fact]
    public void Decode_Reading_TakesWhatVerifyNeeds()
    {
        ReceivedLine line = Assert.Single(Decode(Event, Encoding.UTF8.GetBytes(Reading)));
        Assert.Equal(("cam-01", "plate.read", "u-1", "苏A3HK57", 2), (line.Device, line.Kind, line.NativeId, line.Plate, line.LaneNo));
        Assert.Equal(("gw:5f0c1c52:7", "5f0c1c52", 7L), (line.Id, line.Epoch, line.Seq));
        Assert.Equal(new ReceivedPicture("ab", 12), Assert.Single(line.Media!));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 3, 32, 0, 120, TimeSpan.Zero), line.Time);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Decode_Batch_GivesEachReading(bool packed)
    {
        byte[] batch = Encoding.UTF8.GetBytes($"[{Reading},{Reading}]");
        Assert.Equal(2, Decode("edge/v1/3f/site/gw/up/batch", packed ? Pack(batch) : batch).Count);
    }

    [Theory]
    [InlineData(4096, 4096)]
    [InlineData(4097, 0)]
    public void Decode_BatchOfTooManyReadings_IsLeftWhole(int readings, int taken)
    {
        const string small = """{"id":"gw:e:7","epoch":"e","seq":7,"data":{}}""";
        var decoder = new MessageDecoder(Topics.DefaultRoot);
        byte[] batch = Pack(Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat(small, readings))}]"));
        Assert.Equal(taken, decoder.Decode("edge/v1/3f/site/gw/up/batch", batch, default).Count);
        Assert.Equal(taken == 0 ? 1 : 0, decoder.Unreadable);
    }

    [Theory]
    [InlineData(4 * 1024 * 1024, 1)]
    [InlineData((4 * 1024 * 1024) + 1, 0)]
    public void Decode_BatchOfTooManyBytes_IsLeft(int bytes, int taken)
    {
        byte[] batch = Pack(Encoding.UTF8.GetBytes($"[{Reading}]".PadRight(bytes - (Encoding.UTF8.GetByteCount(Reading) - Reading.Length))));
        Assert.Equal(taken, Decode("edge/v1/3f/site/gw/up/batch", batch).Count);
    }

    [Fact]
    public void Decode_Bomb_IsNotUnpacked()
    {
        byte[] bomb = Pack(new byte[64 * 1024 * 1024]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Empty(Decode("edge/v1/3f/site/gw/up/batch", bomb));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 32 * 1024 * 1024);
    }

    [Fact]
    public void Decode_BatchCutInTheMiddle_IsLeftWhole()
    {
        byte[] batch = Pack(Encoding.UTF8.GetBytes($"[{Reading},{Reading}]"));
        Assert.Empty(Decode("edge/v1/3f/site/gw/up/batch", batch[..(batch.Length / 2)]));
    }

    [Fact]
    public void Decode_Manifest_IsNoted()
    {
        ReceivedLine line = Assert.Single(Decode(
            "edge/v1/3f/site/gw/up/manifest",
            """{"v":1,"epoch":"5f0c1c52","fromSeq":1,"toSeq":9,"count":7,"gaps":[[3,4]],"sha256":"ab"}"""u8.ToArray()));
        Assert.Equal((ReceivedLine.Manifest, "5f0c1c52", 1L, 9L, 7L, "ab"), (line.Type, line.Epoch, line.FromSeq, line.ToSeq, line.Count, line.Sha256));
        Assert.Equal([3L, 4L], Assert.Single(line.Gaps!));
    }

    [Theory]
    [InlineData("""{"v":2,"epoch":"e","fromSeq":1,"toSeq":9,"count":9,"gaps":[],"sha256":"ab"}""")]
    [InlineData("""{"v":1,"epoch":"e","fromSeq":1,"count":9,"gaps":[],"sha256":"ab"}""")]
    [InlineData("""{"v":1,"epoch":"e","fromSeq":1,"toSeq":9,"count":9,"gaps":[3],"sha256":"ab"}""")]
    [InlineData("""{"v":1,"epoch":"e","fromSeq":1,"toSeq":9,"count":9,"gaps":[[3]],"sha256":"ab"}""")]
    [InlineData("[]")]
    public void Decode_ManifestThatIsNone_IsCounted(string payload)
    {
        var decoder = new MessageDecoder(Topics.DefaultRoot);
        Assert.Empty(decoder.Decode("edge/v1/3f/site/gw/up/manifest", Encoding.UTF8.GetBytes(payload), default));
        Assert.Equal(1, decoder.Unreadable);
    }

    [Fact]
    public void Decode_Reply_IsNoted()
    {
        ReceivedLine line = Assert.Single(Decode("edge/v1/3f/site/gw/up/reply", """{"commandId":"c-1","state":"refused","reason":"expired"}"""u8.ToArray()));
        Assert.Equal((ReceivedLine.Reply, "c-1", "refused", "expired"), (line.Type, line.CommandId, line.State, line.Note));
    }

    [Fact]
    public void Decode_Gap_KeepsWhatItSpeaksFor()
    {
        ReceivedLine line = Assert.Single(Decode(
            "edge/v1/3f/site/gw/up/event/cam-01/gap",
            """{"id":"gw:n:9","subject":"gateway","type":"edge.gap.v1","epoch":"n","seq":9,"data":{"device":"cam-01","lane":"event","epoch":"o","fromSeq":3,"toSeq":8,"count":2,"cause":"damage","note":"page 7"}}"""u8.ToArray()));
        Assert.Equal(("gap", "cam-01", "event", "o", 3L, 8L, 2L), (line.Kind, line.Device, line.GapLane, line.GapEpoch, line.FromSeq, line.ToSeq, line.Count));
        Assert.Equal(("n", "damage", "page 7"), (line.Epoch, line.Cause, line.Note));
    }

    [Theory]
    [InlineData("edge/v1/3f/site/gw/state")]
    [InlineData("edge/v1/3f/site/gw/device/cam-01")]
    [InlineData("edge/v1/3f/site/gw/down/command/up")]
    [InlineData("other/v1/3f/site/gw/up/event/cam-01/plate.read")]
    [InlineData("edge/v1/3f/site/gw/up/other")]
    public void Decode_OtherTopics_AreNoReadings(string topic)
    {
        var decoder = new MessageDecoder(Topics.DefaultRoot);
        Assert.Empty(decoder.Decode(topic, Encoding.UTF8.GetBytes(Reading), default));
        Assert.Equal(0, decoder.Unreadable);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"id\":1}")]
    [InlineData("[1]")]
    [InlineData("\u001F\u008Bxx")]
    [InlineData("{\"data\":{},\"id\":\"x\",\"epoch\":\"e\",\"seq\":\"7\"}")]
    [InlineData("{\"data\":{},\"id\":\"x\",\"epoch\":\"e\",\"seq\":0}")]
    [InlineData("{\"data\":{},\"id\":\"x\",\"epoch\":\"e\",\"seq\":9223372036854775807}")]
    public void Decode_Rubbish_IsCounted(string payload)
    {
        var decoder = new MessageDecoder(Topics.DefaultRoot);
        Assert.Empty(decoder.Decode(Event, Encoding.Latin1.GetBytes(payload), default));
        Assert.Equal(1, decoder.Unreadable);
    }

    [Fact]
    public void Decode_Media_HashesTheBytesAndKeepsTheClaim()
    {
        byte[] bytes = [0xFF, 0xD8, 0xFF, 0xD9];
        ReceivedLine line = Assert.Single(Decode("edge/v1/3f/site/gw/up/media/cafe", bytes));
        Assert.Equal("32461d5bd1773012acef0ba15636752949bd7c2ce50f9172159d9f56cf0dd9af", line.Sha256);
        Assert.Equal(("cafe", 4L), (line.Named, line.Bytes));
    }

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(2, 0, 1)]
    [InlineData(1, 2, 0)]
    public void Decode_Parts_AreJoinedInAnyOrder(params int[] order)
    {
        byte[] picture = RandomNumberGenerator.GetBytes((MediaParts.PartBytes * 2) + 17);
        string sha = Convert.ToHexStringLower(SHA256.HashData(picture));
        ReceivedLine line = Assert.Single(Send(picture, sha, order));
        Assert.Equal((sha, sha, (long)picture.Length), (line.Named, line.Sha256, line.Bytes));
    }

    [Fact]
    public void Decode_PartsOfWholeLength_EndWhereTheHashComesTrue()
    {
        byte[] picture = RandomNumberGenerator.GetBytes(MediaParts.PartBytes * 2);
        Assert.Single(Send(picture, Convert.ToHexStringLower(SHA256.HashData(picture)), [0, 1, 1]));
    }

    [Fact]
    public void Decode_PartAltered_GivesAnotherHash()
    {
        byte[] picture = RandomNumberGenerator.GetBytes(MediaParts.PartBytes + 17);
        string sha = Convert.ToHexStringLower(SHA256.HashData(picture));
        picture[5] ^= 1;
        Assert.NotEqual(sha, Assert.Single(Send(picture, sha, [0, 1])).Sha256);
    }

    public static TheoryData<string> Forms =>
    [
        $"{Event} {Reading}",
        $"{Event} {Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Reading))}",
        $"{{\"tst\":\"2026-11-22T03:32:00\",\"topic\":\"{Event}\",\"qos\":1,\"retain\":0,\"payloadlen\":9,\"payload\":{JsonSerializer.Serialize(Reading)}}}",
        $"{{\"tst\":\"2026-11-22T03:32:00\",\"topic\":\"{Event}\",\"payload\":{Reading}}}",
        JsonSerializer.Serialize(Assert.Single(Decode(Event, Encoding.UTF8.GetBytes(Reading))), ReceivedJson.Readable.ReceivedLine),
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Read_EveryForm_GivesTheSameReading(string form)
    {
        var file = new ReceivedFile(Topics.DefaultRoot);
        ReceivedLine line = Assert.Single(file.Read([form, ""]));
        Assert.Equal(("u-1", "苏A3HK57", 7L, 0L), (line.NativeId, line.Plate, line.Seq, file.Unreadable));
    }

    [Fact]
    public void Read_HexPicture_IsHashed()
    {
        ReceivedLine line = Assert.Single(new ReceivedFile(Topics.DefaultRoot).Read(["edge/v1/3f/site/gw/up/media/cafe ffd8ffd9"]));
        Assert.Equal("32461d5bd1773012acef0ba15636752949bd7c2ce50f9172159d9f56cf0dd9af", line.Sha256);
    }

    [Fact]
    public void Read_TornLines_AreCountedAndTheRestIsRead()
    {
        var file = new ReceivedFile(Topics.DefaultRoot);
        Assert.Single(file.Read(["{\"type\":\"read", "rubbish", "{\"a\":1}", $"{Event} {Reading}"]));
        Assert.Equal(3, file.Unreadable);
    }

    private static List<ReceivedLine> Send(byte[] picture, string sha, int[] order)
    {
        var decoder = new MessageDecoder(Topics.DefaultRoot);
        return [.. order.SelectMany(n => decoder.Decode(
            $"edge/v1/3f/site/gw/up/media/{sha}/{n}",
            picture.AsMemory(n * MediaParts.PartBytes, Math.Min(MediaParts.PartBytes, picture.Length - (n * MediaParts.PartBytes))),
            default))];
    }

    private static IReadOnlyList<ReceivedLine> Decode(string topic, byte[] payload) =>
        new MessageDecoder(Topics.DefaultRoot).Decode(topic, payload, default);

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
