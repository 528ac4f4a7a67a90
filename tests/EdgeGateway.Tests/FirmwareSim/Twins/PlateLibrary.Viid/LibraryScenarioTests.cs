using System.Text.Json;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.PlateLibrary.Viid;
using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.Transport;
using EdgeGateway.Tests.FirmwareSim.Support;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.FirmwareSim.Twins.PlateLibrary.Viid;

/// <summary>A library below us as a scenario file describes it, played against the driver: it registers, is subscribed to, and what it was told is safe is what was handed over.</summary>
public sealed class LibraryScenarioTests
{
    [Theory]
    [InlineData("")]
    [InlineData("\"vehiclesPerPost\":[1,4],\"duplicateRate\":0.5,")]
    [InlineData("\"keys\":\"zero-for-o\",\"charset\":\"gbk\",\"authorization\":\"absolute-uri\",")]
    [InlineData("\"unfinishedRate\":0.5,\"scalars\":\"strings\",\"subImages\":\"text\",")]
    public async Task Play_Profile_WhatWasToldIsWhatWasHandedOver(string profile)
    {
        await using var inbox = await InboxRig.StartAsync();
        int listen = ScriptedDevice.DeadPort();
        var host = new FakeHost(inbox.Inbox);
        var sink = new FakeSink();
        await using var driver = new ViidLibraryDriver(host.Context, Options(inbox.Inbox.Port, listen));
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        await driver.ConnectAsync(stop.Token);
        var running = driver.RunAsync(sink, stop.Token);
        var ledger = new ListLedger();

        await new ScenarioRunner(Read(inbox.Inbox.Port, listen, profile), ledger, TimeProvider.System).RunAsync(stop.Token);

        await stop.CancelAsync();
        await Record.ExceptionAsync(() => running);
        Assert.Equal(12, ledger.Lines.Count);
        Assert.All(ledger.Lines, line => Assert.True(line.IsAcknowledged, line.Told));
        Truth.Holds(ledger.Lines, sink.Entered);
    }

    private static Scenario Read(int port, int listen, string profile)
    {
        using var json = JsonDocument.Parse(
            "{\"seed\":7,\"duration\":\"10s\",\"devices\":[{\"id\":\"cam-1\",\"driver\":\"viid-library\",\"rate\":40,\"count\":12,\"user\":\"lib\",\"password\":\"Kakou@2024\"," +
            $"\"url\":\"http://127.0.0.1:{port}\",\"listen\":\"127.0.0.1:{listen}\",\"profile\":{{{profile}\"deviceId\":\"34020000005030000009\",\"cameraId\":\"34020000001320000007\"," +
            "\"pictures\":{\"count\":2,\"sceneBytes\":[400,900],\"plateBytes\":[300,350]},\"answer\":{\"pause\":\"20ms\"}}}]}");
        return ScenarioReader.Read(json.RootElement.Clone(), AppContext.BaseDirectory);
    }

    private static ViidLibraryOptions Options(int inbox, int listen) => new()
    {
        Role = ViidLibraryRole.Lower,
        LibraryId = "34020000005030000009",
        DeviceId = "34020000005030000001",
        Host = "127.0.0.1",
        Port = listen,
        User = "lib",
        Password = new Secret("Kakou@2024"),
        LibraryUser = "lib",
        LibraryPassword = new Secret("Kakou@2024"),
        GatewayUrl = new Uri($"http://127.0.0.1:{inbox}"),
        Keepalive = TimeSpan.FromSeconds(90),
    };
}
