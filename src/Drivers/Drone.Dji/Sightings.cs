namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>Where an order whose answer is missing learns from the devices' own words that it was obeyed.</summary>
internal sealed class Sightings
{
    public const string FlyToCancelled = "fly-to-cancelled";

    private readonly Lock _gate = new();
    private readonly List<(string What, TaskCompletionSource Seen)> _expected = [];

    /// <summary>Call before the order goes out.</summary>
    public Task Expect(string what)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _expected.Add((what, seen));
        }

        return seen.Task;
    }

    public void Saw(string what)
    {
        lock (_gate)
        {
            foreach (var (_, seen) in _expected.Where(one => one.What == what))
            {
                seen.TrySetResult();
            }

            _expected.RemoveAll(one => one.What == what);
        }
    }

    /// <summary>Nobody waits any more.</summary>
    public void Forget(string what)
    {
        lock (_gate)
        {
            _expected.RemoveAll(one => one.What == what);
        }
    }

    public static string Mode(string aircraft, int mode) => FormattableString.Invariant($"mode/{aircraft}/{mode}");

    /// <summary>It said how it flies, whatever it said.</summary>
    public static string Heard(string aircraft) => $"heard/{aircraft}";

    public static string Mission(string status) => $"mission/{status}";

    public static string FlyTo(string id) => $"fly-to/{id}";
}
