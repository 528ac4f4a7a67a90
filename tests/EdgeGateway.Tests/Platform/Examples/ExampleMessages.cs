using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Uplink.Manifest;

namespace EdgeGateway.Tests.Platform.Examples;

/// <summary>Everything the gateway sends that is no reading, and readings in a batch, as the product's own code writes it.</summary>
internal static class ExampleMessages
{
    private static readonly DateTimeOffset s_now = ExampleReading.Time;

    private static readonly Catalogue s_catalogue = new(
    [
        new CatalogueDevice("cam-03", "hikvision-anpr", "0.1.0", ["plate.read"], [SchemaIds.SchemaOf("plate.read")]),
        new CatalogueDevice("radio-1", "hytera-radio", "0.1.0", ["radio.presence", "radio.message"], [SchemaIds.SchemaOf("radio.presence"), SchemaIds.SchemaOf("radio.message")]),
    ]);

    /// <summary>By the name of the file.</summary>
    public static IReadOnlyDictionary<string, byte[]> All { get; } = new Dictionary<string, byte[]>(StringComparer.Ordinal)
    {
        ["batch"] = Batch(ExampleReadings.All["plate.read"], ExampleReadings.All["radio.position"]),
        ["manifest"] = JsonSerializer.SerializeToUtf8Bytes(
            new ManifestRange(ExampleReading.Epoch, 183_001, 184_467).Describe(ExampleReading.Gateway, [(183_001, 183_040), (184_200, 184_205)]), StateJson.Default.ManifestBody),
        ["state"] = JsonSerializer.SerializeToUtf8Bytes(Alive, StateJson.Default.GatewayState),
        ["state-will"] = JsonSerializer.SerializeToUtf8Bytes(Bare with { Online = false, Word = "lost" }, StateJson.Default.GatewayState),
        ["device"] = JsonSerializer.SerializeToUtf8Bytes(Device, StateJson.Default.DeviceState),
        ["catalogue"] = JsonSerializer.SerializeToUtf8Bytes(s_catalogue, StateJson.Default.Catalogue),
        ["reply"] = new CommandAnswer { CommandId = "8a6c5a0e-5b1f-4f0c-9d38-2f6f3f1f0a11", State = CommandWords.Of(CommandState.Done), StartedAt = s_now, FinishedAt = s_now.AddMilliseconds(850) }.ToUtf8(),
    };

    private static GatewayState Bare => new() { Online = true, Word = "ready", Connection = 41, Boot = s_now.AddDays(-1), Version = "0.1.0" };

    private static GatewayState Alive => Bare with
    {
        Epoch = ExampleReading.Epoch,
        SeqHead = 184_470,
        SeqAcked = 184_467,
        SeqConfirmed = 184_199,
        Unconfirmed = new Unconfirmed(268, s_now.AddSeconds(-9)),
        Confirm = ConfirmWords.Platform,
        Backlog = new Backlog(0, 3, 0, 1),
        Parked = 2,
        Oldest = s_now.AddSeconds(-9),
        DiskHours = 812.5,
        Clock = "synchronised",
        Catalogue = Hash(JsonSerializer.SerializeToUtf8Bytes(s_catalogue, StateJson.Default.Catalogue)),
        Configuration = Hash(Encoding.UTF8.GetBytes("gateway.json")),
        Faults = new SortedDictionary<string, long>(StringComparer.Ordinal) { ["inbox/cam-03/wrong-token"] = 2 },
        NobodyListening = false,
    };

    private static DeviceState Device => new()
    {
        Device = "cam-03",
        Driver = "hikvision-anpr",
        Word = "online",
        Since = s_now.AddHours(-7),
        LastHeard = s_now,
        LastReading = s_now,
        Readings = 10_412,
        Duplicates = 3,
        ClockOffsetMs = -61,
        Faults = new SortedDictionary<string, long>(StringComparer.Ordinal) { ["garbled/part-too-large"] = 1 },
    };

    /// <summary>What a batch is when it is unpacked.</summary>
    private static byte[] Batch(params ReadOnlySpan<byte[]> readings)
    {
        using var batch = new BatchWriter();
        foreach (byte[] reading in readings)
        {
            Assert.True(batch.TryAdd(reading));
        }

        Assert.True(BatchReader.TryRead(batch.Pack(), out var unpacked));
        return [.. "["u8, .. unpacked[0].Span, .. ","u8, .. unpacked[1].Span, .. "]"u8];
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
