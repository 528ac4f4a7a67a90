using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Parcels;
using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Twins.XrayScanner.Dicos;

/// <summary>
/// A scanner with its workstation: the machine's report of each parcel, its picture, and for some the report of the person at the
/// screen, seconds later. What cannot be given away waits, and goes in order.
/// </summary>
/// <param name="plan">What it does, and how long.</param>
/// <param name="wire">Where its files go.</param>
/// <param name="trouble">What is wrong with it right now.</param>
/// <param name="ledger">Where it notes what it told.</param>
/// <param name="time">Clock.</param>
public sealed class ScannerTwin(ScannerPlan plan, IScannerWire wire, DeviceTrouble trouble, ITruthLedger ledger, TimeProvider time) : ITwin
{
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(200);

    private readonly ScannerBelt _belt = new(new ScannerVoice(plan.Device, plan.Profile), plan.Profile.Faults);

    public async Task RunAsync(CancellationToken ct)
    {
        var source = new ParcelSource(plan.Seed, plan.Line, plan.Start, plan.Rate, plan.Profile.Mix);
        ParcelPart[] parts = plan.Profile.Pictures ? [ParcelPart.Report, ParcelPart.Image, ParcelPart.Review] : [ParcelPart.Report, ParcelPart.Review];
        try
        {
            foreach (ParcelStatement statement in new ParcelTimeline(source, parts, plan.Count, plan.End).Statements())
            {
                await UntilAsync(statement.Due, ct).ConfigureAwait(false);
                foreach (ScannerFile file in _belt.Next(statement, trouble.ClockStep))
                {
                    await MisbehaveAsync(file, ct).ConfigureAwait(false);
                    await TellAsync(file, ct).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Asked to stop: an orderly end. What was not told was not noted.
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task TellAsync(ScannerFile file, CancellationToken ct)
    {
        string? told;
        while ((told = trouble.DownUntil(time.GetUtcNow()) > time.GetUtcNow() ? null : await wire.GiveAsync(file, ct).ConfigureAwait(false)) is null)
        {
            await Task.Delay(s_step, time, ct).ConfigureAwait(false);
        }

        ledger.Note(file.Truth with { Told = told, At = time.GetUtcNow() });
    }

    private async Task MisbehaveAsync(ScannerFile file, CancellationToken ct)
    {
        if (trouble.TakeGarbage())
        {
            var rubbish = new byte[2000];
            SeededRandom.For(plan.Seed, file.Name, 1).Fill(rubbish);
            await TellAsync(ScannerBelt.Unreadable(file, "garbage", rubbish), ct).ConfigureAwait(false);
        }

        if (trouble.TakeCut())
        {
            await TellAsync(ScannerBelt.Unreadable(file, "half", file.Bytes[..(file.Bytes.Length / 3)]), ct).ConfigureAwait(false);
        }
    }

    private async Task UntilAsync(DateTimeOffset due, CancellationToken ct)
    {
        bool burst = trouble.TakeBurst();
        while (true)
        {
            DateTimeOffset now = time.GetUtcNow();
            bool troubled = trouble.DownUntil(now) > now || trouble.SilentUntil() > now;
            if (!troubled && (burst || due <= now))
            {
                return;
            }

            TimeSpan wait = due - now;
            await Task.Delay(troubled || wait > s_step ? s_step : TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(wait.TotalMilliseconds))), time, ct).ConfigureAwait(false);
        }
    }
}
