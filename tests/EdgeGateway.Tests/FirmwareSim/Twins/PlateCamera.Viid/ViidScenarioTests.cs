using System.Text.Json;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.Transport;
using EdgeGateway.Tests.FirmwareSim.Support;

namespace EdgeGateway.Tests.FirmwareSim.Twins.PlateCamera.Viid;

/// <summary>
/// Cameras of every profile as a scenario file describes them, played against the driver through its inbox: what they were told
/// is safe is what the driver handed over, to the byte of every picture.
/// </summary>
public sealed class ViidScenarioTests
{
    private const string Pictures = "\"pictures\":{\"count\":2,\"sceneBytes\":[400,900],\"plateBytes\":[300,350]},\"answer\":{\"pause\":\"20ms\"}";

    [Theory]
    [InlineData("")]
    [InlineData("\"vehiclesPerPost\":[2,5],")]
    [InlineData("\"keys\":\"misspelt\",\"scalars\":\"strings\",")]
    [InlineData("\"keys\":\"zero-for-o\",\"subImages\":\"text\",")]
    [InlineData("\"keys\":\"lower-case\",\"mediaType\":\"application/json;charset=utf8\",")]
    [InlineData("\"ids\":\"letter\",\"mediaType\":\"\",")]
    [InlineData("\"passTime\":\"empty\",\"clockOffset\":\"-95s\",")]
    [InlineData("\"charset\":\"gbk\",")]
    [InlineData("\"charset\":\"utf-8-bom\",\"mediaType\":\"application/VIID+json\",")]
    [InlineData("\"authorization\":\"absolute-uri\",\"unregister\":\"identify\",")]
    [InlineData("\"authorization\":\"open-quote\",\"duplicateRate\":0.5,")]
    [InlineData("\"authorization\":\"bare\",\"unfinishedRate\":0.5,")]
    public async Task Play_Profile_WhatWasToldIsWhatWasHandedOver(string profile)
    {
        var (ledger, sink) = await PlayAsync(profile, "[]");

        Assert.Equal(12, ledger.Lines.Count);
        Assert.All(ledger.Lines, line => Assert.True(line.IsAcknowledged, line.Told));
        Truth.Holds(ledger.Lines, sink.Entered);
    }

    [Fact]
    public async Task Play_GarbageAndCuts_NothingIsLostOrInvented()
    {
        var (ledger, sink) = await PlayAsync("", "[{\"at\":\"10ms\",\"kind\":\"garbage\",\"count\":3},{\"at\":\"20ms\",\"kind\":\"cut-inside\",\"count\":3},{\"at\":\"50ms\",\"kind\":\"disconnect\",\"for\":\"100ms\"}]");

        Assert.Equal(12, ledger.Lines.Count(line => line.IsAcknowledged));
        Truth.Holds(ledger.Lines, sink.Entered);
    }

    private static async Task<(ListLedger Ledger, FakeSink Sink)> PlayAsync(string profile, string faults)
    {
        await using var inbox = await InboxRig.StartAsync();
        var host = new FakeHost(inbox.Inbox);
        var sink = new FakeSink();
        await using var driver = Driver(host);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        await driver.ConnectAsync(stop.Token);
        var running = driver.RunAsync(sink, stop.Token);
        var ledger = new ListLedger();

        await new ScenarioRunner(Read(inbox.Inbox.Port, profile, faults), ledger, TimeProvider.System).RunAsync(stop.Token);

        await stop.CancelAsync();
        await Record.ExceptionAsync(() => running);
        return (ledger, sink);
    }

    private static Scenario Read(int port, string profile, string faults)
    {
        using var json = JsonDocument.Parse(
            "{\"seed\":7,\"duration\":\"10s\",\"devices\":[{\"id\":\"cam-1\",\"driver\":\"viid-camera\",\"rate\":40,\"count\":12,\"password\":\"Kakou@2024\"," +
            $"\"url\":\"http://127.0.0.1:{port}\",\"profile\":{{{profile}{Pictures}}}}}],\"faults\":{faults}}}");
        return ScenarioReader.Read(json.RootElement.Clone(), AppContext.BaseDirectory);
    }

    private static IDeviceDriver Driver(FakeHost host)
    {
        var descriptor = DriverCatalog.All.Single(driver => driver.Name == "viid-camera");
        using var json = JsonDocument.Parse("{\"deviceId\":\"34020000001320000007\",\"password\":{\"env\":\"x\"}}");
        var report = new SettingsReport(new OneSecret());
        object options = descriptor.ReadOptions(new SettingsReader(json.RootElement.Clone(), "devices[0]", report));
        Assert.Empty(report.Findings);
        return descriptor.Create(host.Context, options);
    }

    private sealed class OneSecret : ISecretSource
    {
        public Secret? Resolve(string? file, string? env, string? credential) => new("Kakou@2024");
    }
}
