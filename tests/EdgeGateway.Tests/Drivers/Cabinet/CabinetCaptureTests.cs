using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Cabinet.Linux;
using EdgeGateway.Drivers.Transport.Sensors;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model.Cabinet;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Cabinet;

/// <summary>Files of Linux, and what a NUT server said, against values written by hand.</summary>
public sealed class CabinetCaptureTests
{
    public static TheoryData<string> Cabinets => Cases("cabinet");

    public static TheoryData<string> Sessions => Cases("ups-nut");

    [Theory]
    [MemberData(nameof(Cabinets))]
    public async Task State_Files_GivesWhatTheKernelMeans(string name)
    {
        string root = Directory.CreateTempSubdirectory("cabinet-").FullName;
        foreach (string[] file in File.ReadLines(At("cabinet", name, "files.txt")).Select(line => line.Split(" = ")))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, file[0]))!);
            File.WriteAllText(Path.Combine(root, file[0]), file[1] + "\n");
        }

        var sink = new FakeSink();
        var host = new FakeHost(null!);
        using var stop = new CancellationTokenSource();
        await using var driver = new CabinetDriver(host.Context with { Transports = host.Context.Transports with { Cabinet = at => new LinuxCabinetSensors(at) } }, Options(root));
        await driver.ConnectAsync(stop.Token);
        var running = driver.RunAsync(sink, stop.Token);
        await Eventually.TrueAsync(() => sink.Entered.Any(reading => reading.Body is CabinetStateBody), "the state");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Directory.Delete(root, recursive: true);

        Compare("cabinet", name, sink.Entered.Select(reading => reading.Body).OfType<CabinetStateBody>().First());
    }

    [Theory]
    [MemberData(nameof(Sessions))]
    public void Decode_Session_GivesWhatTheGuideSays(string name)
    {
        var decoder = DriverCatalog.All.SelectMany(driver => driver.Decoders).Single(one => one.Protocol == "nut");
        DecodedFrame[] frames = [.. decoder.Decode(File.ReadAllBytes(At("ups-nut", name, "session.txt")), new Dictionary<string, string> { ["received"] = "2026-11-22T00:00:00Z" })];

        if (File.Exists(At("ups-nut", name, "expected.fault")))
        {
            Assert.Equal(File.ReadAllText(At("ups-nut", name, "expected.fault")).Trim(), frames.Single().Fault);
            return;
        }

        Assert.All(frames, frame => Assert.True(frame.Ok));
        if (frames[^1].Readings is [var reading])
        {
            Compare("ups-nut", name, (CabinetStateBody)reading.Body);
            return;
        }

        var expected = JsonNode.Parse(File.ReadAllText(At("ups-nut", name, "expected.json")))!;
        Assert.Equal((string?)expected["type"], frames.Single().Type);
        Assert.Contains(expected["words"]!.ToJsonString(), frames.Single().Fields!.ToJsonString(), StringComparison.Ordinal);
    }

    private static TheoryData<string> Cases(string driver) => [.. Directory.GetDirectories(Path.Combine(AppContext.BaseDirectory, "Captures", driver)).Select(folder => Path.GetFileName(folder)!).Order()];

    private static string At(string driver, string name, string file) => Path.Combine(AppContext.BaseDirectory, "Captures", driver, name, file);

    private static void Compare(string driver, string name, CabinetStateBody body)
    {
        Assert.True(File.Exists(At(driver, name, "origin")));
        var got = JsonSerializer.SerializeToNode(body, BodyJson.Default.CabinetStateBody);
        foreach (var (path, value) in JsonNode.Parse(File.ReadAllText(At(driver, name, "expected.json")))!.AsObject())
        {
            var found = JsonPick.At(got, path);
            Assert.True(JsonNode.DeepEquals(value, found), $"{path}: expected {value?.ToJsonString() ?? "nothing"}, got {found?.ToJsonString() ?? "nothing"}");
        }
    }

    private static CabinetOptions Options(string root) => new()
    {
        Root = root,
        Temperatures = [new TemperatureSensor("inside", new SensorAddress("lm75", "temp1", SensorKind.Temperature), null, 3)],
        Fans = [new FanSensor("fan", new SensorAddress("nct6775", "fan2", SensorKind.Fan), 600)],
        Contacts = [new CabinetSwitch("door", false, new ContactLine { File = "/contacts/door" })],
        Supplies = [new BatterySupply("battery", "BAT0", 20)],
        Mains = new MainsSource(Supply: "AC"),
    };
}
