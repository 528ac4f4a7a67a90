using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Model.Parcels;
using Xunit.Abstractions;

namespace EdgeGateway.Tests.EdgeGateway.Pipeline.Parcels;

/// <summary>
/// Belts on a busy machine, made up by dice: the later scan is decided first, files overtake each other for as long as <c>settleAfter</c> allows,
/// the controller is asked too seldom and bears no label. Nothing may stand in a neighbour's record.
/// </summary>
public sealed class ParcelRushTests(ITestOutputHelper output)
{
    private static readonly StationSettings s_line = ParcelSite.Line with
    {
        SettleAfter = TimeSpan.FromSeconds(2.5),
        FinalAfter = TimeSpan.FromSeconds(30),
        Timing = new Dictionary<string, BeltTiming> { ["plc"] = new(TimeSpan.FromSeconds(0.15), TimeSpan.FromSeconds(0.6)) },
    };

    [Theory]
    [InlineData(1, 0.0)]
    [InlineData(2, 0.3)]
    [InlineData(3, 0.6)]
    public async Task Take_BusyMachine_NoNumberStandsInANeighboursRecord(int seed, double unseen)
    {
        await using var site = new ParcelSite(s_line);
        var start = site.Time.GetUtcNow();
        foreach (var told in Told(new Random(seed), parcels: 40, unseen).OrderBy(static one => one.Arrives))
        {
            await site.PassAsync(told.Arrives - (site.Time.GetUtcNow() - start).TotalSeconds);
            await told.TakeAsync(site, start);
        }

        await site.PassAsync(9);
        string[] joined = site.Joined();

        output.WriteLine($"{joined.Length} of 40 numbers found their scan");
        Assert.Equal(joined.Select(static one => one.Split(' ')[1]).Select(static number => $"u{number} {number}"), joined);
        Assert.InRange(joined.Length, 34, 40);
    }

    private static IEnumerable<Statement> Told(Random dice, int parcels, double unseen)
    {
        double shown = 0;
        var waiting = new List<int>();
        for (int i = 1; i <= parcels; i++)
        {
            double began = (i + 0.1 + (0.8 * dice.NextDouble())) / 3;
            double decided = began + 0.3 + (0.3 * dice.NextDouble());
            string label = $"SF{i}";
            foreach (string part in new[] { "", "picture" })
            {
                yield return new Statement(decided + 0.5 + (2 * dice.NextDouble()), decided + (part.Length > 0 ? 0.12 : 0), $"u{i}", part, Began: began, Label: label);
            }

            shown = Math.Max(decided, shown + 0.15);
            waiting.Add(i);
            if (i < parcels && dice.NextDouble() < unseen)
            {
                continue;
            }

            double seen = shown + (0.1 * dice.NextDouble());
            foreach (int number in waiting)
            {
                yield return new Statement(seen + 0.01, seen, null, number == i ? "" : "PARCELS_SKIPPED", Number: number, Label: number == i && dice.NextDouble() < 0.8 ? label : null);
            }

            waiting.Clear();
        }
    }

    /// <summary>One statement and when it reaches the gateway, in seconds from the start.</summary>
    private sealed record Statement(double Arrives, double Said, string? Uid, string Part, double Began = 0, int Number = 0, string? Label = null)
    {
        public async Task TakeAsync(ParcelSite site, DateTimeOffset start)
        {
            double at = (start.AddSeconds(Said) - site.Time.GetUtcNow()).TotalSeconds;
            _ = Uid is null
                ? await site.TakeAsync("plc", at, $"line/{Number}", Body(new ParcelScan { Sequence = Number }, "modbus") with { Flags = Part.Length > 0 ? [Part] : null })
                : await site.TakeAsync("xray", at, (Part.Length > 0 ? "DX/" : "TDR/") + Uid, Body(new ParcelScan { Uid = Uid, Time = start.AddSeconds(Began), Status = "SUCCESSFUL" }, "dicos"));
        }

        private ParcelInspectionBody Body(ParcelScan scan, string origin) => new() { Origin = origin, Result = ParcelWords.Clear, Barcodes = Label is null ? null : [Label], Scan = scan };
    }
}
