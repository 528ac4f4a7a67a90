using System.Net;
using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PdtRadio.TetraPei;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Ports;
using EdgeGateway.Sim.Twins;
using EdgeGateway.Sim.Twins.PdtRadio.TetraPei;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.FirmwareSim.Support;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.FirmwareSim.Twins.PdtRadio.TetraPei;

/// <summary>The twin behind a serial server with the driver; what the driver made of it is held against the truth ledger.</summary>
public sealed class TetraPeiTwinTests
{
    private const int Messages = 30;

    private static readonly TetraProfile s_quick = new() { Every = TimeSpan.FromMilliseconds(1), ReportAfter = TimeSpan.FromMilliseconds(1) };

    private static readonly Dictionary<string, TetraProfile> s_profiles = new()
    {
        ["well-behaved"] = s_quick,
        ["one-line"] = s_quick with { Form = TetraForm.OneLine },
        ["padded"] = s_quick with { Form = TetraForm.Padded },
        ["four-copies"] = s_quick with { Copies = 4 },
        ["first-errors-and-echo"] = s_quick with { FirstErrors = 2, Echo = true },
        ["inside-answers"] = s_quick with { InsideAnswers = true },
        ["clock-ahead"] = s_quick with { ClockOffset = TimeSpan.FromMinutes(10) },
        ["clock-behind"] = s_quick with { ClockOffset = TimeSpan.FromMinutes(-10) },
        ["wants-reports"] = s_quick with { WantsReports = true },
        ["emergencies"] = s_quick with { EmergencyEvery = 5 },
    };

    public static TheoryData<string> Profiles => [.. s_profiles.Keys];

    [Theory]
    [MemberData(nameof(Profiles))]
    public async Task Run_EveryMessage_IsReadAsItWas(string name)
    {
        var profile = s_profiles[name];
        var ledger = new ListLedger();
        using var stop = new CancellationTokenSource();
        await using var port = new TcpBytePort(new IPEndPoint(IPAddress.Loopback, 0));
        await using var twin = new TetraPeiTwin("cam-1", profile, port, new DeviceTrouble(TimeSpan.Zero, TimeSpan.Zero, default), ledger, TimeProvider.System) { Count = Messages };
        var playing = twin.RunAsync(stop.Token);
        var sink = new FakeSink();
        var host = new FakeHost(null!);
        var options = new TetraPeiOptions { Line = new SerialSettings($"tcp://127.0.0.1:{port.EndPoint.Port}"), SignalEvery = TimeSpan.FromMilliseconds(10) };
        await using var driver = new TetraPeiDriver(host.Context, options);
        await driver.ConnectAsync(stop.Token);
        var running = driver.RunAsync(sink, stop.Token);

        await Eventually.TrueAsync(() => Told(sink).Length >= Messages || running.IsCompleted, "every message");
        using var args = JsonDocument.Parse("{\"to\": \"1234567\", \"kind\": \"individual\", \"text\": \"come back\"}");
        var outcome = await driver.ExecuteAsync(new DeviceCommand("order-1", "radio.send-text", args.RootElement, DateTimeOffset.MaxValue), stop.Token);

        Assert.Equal(CommandState.Done, outcome.State);
        await Eventually.TrueAsync(() => !profile.WantsReports || twin.Terminal.Sent.Count(one => !one.IsTransfer) == Messages / 3, "every report");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(TimeSpan.FromSeconds(20)));
        await playing;
        Assert.Equal(0, twin.Terminal.Resets);
        Compare(ledger.Lines.ToArray(), Told(sink));
        Assert.Equal(profile.EmergencyEvery > 0, sink.Entered.Any(reading => reading.Body is RadioEmergencyBody));
        Assert.All(sink.Entered.Select(reading => reading.Body).OfType<RadioMessageBody>(), body =>
            Assert.InRange((body.SentAt!.Value - TimeProvider.System.GetUtcNow() - profile.ClockOffset).Duration(), TimeSpan.Zero, TimeSpan.FromMinutes(5)));
    }

    [Fact]
    public void Terminal_Reset_IsDeafForAWhile()
    {
        var time = new FakeTimeProvider();
        var terminal = new TetraTerminal(new TetraProfile { Reboot = TimeSpan.FromSeconds(10) }, time);
        Assert.Single(terminal.Take("AT\r\n"u8));

        Assert.Empty(terminal.Take("ATZ\r\nAT\r\n"u8));
        Assert.Equal(1, terminal.Resets);
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Single(terminal.Take("AT\r\n"u8));
    }

    private static Reading[] Told(FakeSink sink) => [.. sink.Entered.Where(reading => reading.Body is RadioMessageBody or RadioPositionBody or RadioStatusBody)];

    private static void Compare(TruthLine[] truth, Reading[] readings)
    {
        Assert.Equal(truth.Select(line => line.NativeId), readings.Select(reading => reading.Body.Source!.NativeId));
        foreach (var (line, reading) in truth.Zip(readings))
        {
            var json = JsonSerializer.SerializeToNode(reading.Body, BodyJson.Default.GetTypeInfo(reading.Body.GetType())!);
            Assert.Equal((line.Kind, TruthLine.Stream), (reading.Body.Kind, line.Told));
            Assert.All(line.Facts!, fact => Assert.Equal(fact.Value, JsonPick.At(json, fact.Key)?.ToString()));
        }
    }
}
