using System.Diagnostics;

namespace EdgeGateway.EndToEnd.Store.PowerCut;

/// <summary>Plays a recording and cuts the power at many of its instants.</summary>
/// <param name="root">The folder above the store in the recording.</param>
/// <param name="logs">What strace wrote, run after run.</param>
internal sealed class PowerCuts(string root, IReadOnlyList<string> logs)
{
    private readonly Random _random = new(20261122);

    /// <param name="most">How many instants, spread evenly; all when there are fewer.</param>
    public async Task<Figures> TryAsync(int most)
    {
        var watch = Stopwatch.StartNew();
        int instants = Play().Count();
        var figures = new Figures(instants);
        int passed = 0;
        foreach (DiskModel disk in Play())
        {
            // Every instant the same chance, and the last one always.
            if (++passed * (long)most / instants > (passed - 1) * (long)most / instants)
            {
                await CutAsync(disk, figures);
            }
        }

        figures.Took = watch.Elapsed;
        return figures;
    }

    /// <returns>The disk, after each step that changed it or told somebody of it.</returns>
    private IEnumerable<DiskModel> Play()
    {
        var disk = new DiskModel(root);
        foreach (string log in logs)
        {
            foreach (TraceStep step in TraceReader.Read(log))
            {
                disk.Take(step);
                if (disk.Changed)
                {
                    yield return disk;
                }
            }

            disk.ProcessEnded();
        }
    }

    private async Task CutAsync(DiskModel disk, Figures figures)
    {
        figures.Cuts++;
        foreach ((string name, Survival survival) in new[]
        {
            ("nothing unsynced", Survival.OfNothing), ("pages", Survival.OfPages(_random)), ("writes", Survival.OfWrites(_random)),
        })
        {
            using ScratchFolder after = ScratchFolder.InMemory();
            disk.After(survival, after.Path);
            try
            {
                figures.Rows += await CrashedStore.VerifyAsync(after.Store, disk.Said.Acknowledged, disk.Said.Refused, everyFile: true);
                figures.Acknowledged += disk.Said.Acknowledged.Count;
                figures.Disks++;
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"cut {figures.Cuts} of {figures.Instants} instants, {name} survives: {e.Message}", e);
            }
        }
    }

    internal sealed class Figures(int instants)
    {
        public int Instants => instants;

        public int Cuts { get; set; }

        public int Disks { get; set; }

        public long Acknowledged { get; set; }

        public long Rows { get; set; }

        public TimeSpan Took { get; set; }

        public override string ToString() => FormattableString.Invariant(
            $"{Instants} instants, {Cuts} cuts, {Disks} disks opened, {Acknowledged} acknowledged rows and {Rows} rows compared, {Took.TotalSeconds:0.0} s");
    }
}
