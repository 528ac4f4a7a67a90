using System.Text;
using System.Text.Json.Nodes;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Sim.Inspections;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Parcels;
using EdgeGateway.Sim.Twins;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.XrayScanner;
using EdgeGateway.Tests.FirmwareSim.Support;
using EdgeGateway.Tests.Support;
using ParcelPart = EdgeGateway.Sim.Parcels.ParcelPart;

namespace EdgeGateway.Tests.FirmwareSim.Inspections;

/// <summary>The twin of a scanner against the driver, over a loopback link: what its ledger says is what arrives, and nobody's data with it.</summary>
internal static class ScannerRun
{
    public const int Parcels = 24;

    private static readonly ParcelMix s_mix = new() { Alarm = 0.5, Unknown = 0.1, Aborted = 0.1, Reviewed = 0.7, ReviewAfter = TimeSpan.FromMilliseconds(5), ReviewSpread = TimeSpan.FromMilliseconds(20), ScanTakes = TimeSpan.FromMilliseconds(5) };

    public static ParcelTimeline Timeline(DateTimeOffset now) =>
        new(new ParcelSource(42, "line", now, 20, s_mix), [ParcelPart.Report, ParcelPart.Review], Parcels, now.AddMinutes(5));

    /// <summary>Plays the whole plan and holds the readings against the ledger.</summary>
    public static async Task CompareAsync(InspectionProfile profile, IInspectionVoice voice, IInspectionWire wire, FakeHost host, Func<IDeviceDriver> create, Action<DeviceTrouble>? trouble = null)
    {
        var now = DateTimeOffset.UtcNow;
        var ledger = new ListLedger();
        var troubles = new DeviceTrouble(TimeSpan.Zero, TimeSpan.Zero, now);
        trouble?.Invoke(troubles);
        await using var twin = new InspectionTwin(new InspectionPlan(profile, now, now.AddMinutes(5)), Timeline(now), voice, wire, troubles, ledger, TimeProvider.System);
        var sink = new FakeSink();
        using var stop = new CancellationTokenSource();
        var playing = twin.RunAsync(stop.Token);
        var listening = ListenAsync(create, sink, stop.Token);

        await playing.WaitAsync(TimeSpan.FromSeconds(60));
        string[] told = [.. ledger.Lines.Select(line => line.NativeId).Order()];
        await Eventually.TrueAsync(() => told.All(id => sink.Entered.Any(reading => reading.Body.Source?.NativeId == id)), "everything told arrives");
        await stop.CancelAsync();
        await listening.WaitAsync(TimeSpan.FromSeconds(60));

        Compare(ledger.Lines, sink.Entered);
        HoldNobodysData(host, sink.Entered);
    }

    private static async Task ListenAsync(Func<IDeviceDriver> create, FakeSink sink, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await using var driver = create();
            try
            {
                await driver.ConnectAsync(ct);
                await driver.RunAsync(sink, ct);
            }
            catch (Exception e) when (e is DeviceFaultException or OperationCanceledException or IOException)
            {
                // The host would wait and try again.
                await Task.Delay(20, CancellationToken.None);
            }
        }
    }

    private static void Compare(IReadOnlyCollection<TruthLine> told, IReadOnlyCollection<Reading> readings)
    {
        Assert.All(told, line => Assert.Contains(line.Told, new[] { TruthLine.Ok, TruthLine.Stream }));
        Assert.Contains(told, line => line.Facts!.ContainsKey("handling"));
        var parcels = readings.Where(reading => reading.Body is ParcelInspectionBody).ToList();
        Assert.Equal(told.Select(line => line.NativeId).Order(), parcels.Select(reading => reading.Body.Source!.NativeId!).Distinct().Order());
        foreach (var line in told)
        {
            // What was cut off came before without its picture.
            var reading = parcels.Last(reading => reading.Body.Source!.NativeId == line.NativeId);
            var flat = MapSite.Flat(reading);
            Assert.All(line.Facts!, fact => Assert.Equal(fact.Value, JsonPick.At(flat, fact.Key.Replace(".0.", "[0].", StringComparison.Ordinal))?.ToString() ?? ""));
            Assert.Equal(line.Time, reading.Time);
            Assert.Equal(line.Pictures.Select(picture => picture.Sha256), reading.Attachments.Select(picture => picture.Sha256));
        }
    }

    private static void HoldNobodysData(FakeHost host, IReadOnlyCollection<Reading> readings)
    {
        var texts = readings.SelectMany(reading => Texts(MapSite.Flat(reading)).Append(reading.RepeatKey ?? "").Concat(reading.Attachments.Select(one => Encoding.UTF8.GetString(one.Content.Span))))
            .Concat(host.Faults.Select(fault => fault.Reason)).ToList();
        Assert.All(InventedPeople.Everything, datum => Assert.DoesNotContain(texts, text => text.Contains(datum, StringComparison.Ordinal)));
    }

    /// <summary>Every name and every value, without the escapes of JSON.</summary>
    public static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Texts(member.Value).Prepend(member.Key)),
        JsonArray items => items.SelectMany(Texts),
        null => [],
        _ => [node.ToString()],
    };
}
