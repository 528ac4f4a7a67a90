using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Protocol.Modbus;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.XrayScanner.Modbus;

/// <summary>Registers that were read of a controller, through the driver, against what was written down beside them.</summary>
public sealed class XrayModbusCaptureTests
{
    private static readonly string s_root = Path.Combine(AppContext.BaseDirectory, "Captures", "xray-modbus");

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(s_root).Select(folder => Path.GetFileName(folder)!).Order()];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Run_Capture_GivesWhatIsWritten(string name)
    {
        string folder = Path.Combine(s_root, name);
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")))!;
        var controller = FakeController.Running();
        foreach (string line in File.ReadAllLines(Path.Combine(folder, "frames.hex")).Where(line => line.Length > 0))
        {
            Put(controller, line.Split(' '));
        }

        var memory = new FakeMemory();
        await memory.RememberAsync("parcels", expected["remembered"]!.GetValue<string>(), default);
        await using var talk = await new BeltConversation(controller, memory).StartAsync();
        await talk.PassAsync(TimeSpan.FromSeconds(expected["seconds"]!.GetValue<double>()));

        Assert.NotEmpty(File.ReadAllText(Path.Combine(folder, "origin")));
        Compare(expected["state"]!.AsObject(), JsonSerializer.SerializeToNode(talk.States[0], BodyJson.Default.ScannerStateBody)!);
        var wanted = expected["parcels"]!.AsArray();
        Assert.Equal(wanted.Count, talk.Parcels.Length);
        foreach (var (want, got) in wanted.Zip(talk.Parcels))
        {
            Compare(want!.AsObject(), JsonSerializer.SerializeToNode(got, BodyJson.Default.ParcelInspectionBody)!);
        }
    }

    /// <param name="exchange">Request and answer of Modbus TCP.</param>
    private static void Put(FakeController controller, string[] exchange)
    {
        byte[] request = Convert.FromHexString(exchange[0]);
        byte[] answer = Convert.FromHexString(exchange[1]);
        int start = BinaryPrimitives.ReadUInt16BigEndian(request.AsSpan(8));
        int count = BinaryPrimitives.ReadUInt16BigEndian(request.AsSpan(10));
        bool isBits = request[7] == 2;
        controller.Put(
            isBits ? ModbusArea.Discrete : request[7] == 3 ? ModbusArea.Holding : ModbusArea.Input,
            start,
            [.. Enumerable.Range(0, count).Select(i => isBits ? (ushort)(answer[9 + (i / 8)] >> (i % 8) & 1) : BinaryPrimitives.ReadUInt16BigEndian(answer.AsSpan(9 + (2 * i))))]);
    }

    private static void Compare(JsonObject wanted, JsonNode got)
    {
        foreach (var (path, value) in wanted)
        {
            var found = JsonPick.At(got, path);
            Assert.True(JsonNode.DeepEquals(value, found), $"{path}: expected {value?.ToJsonString()}, got {found?.ToJsonString()}");
        }
    }
}
