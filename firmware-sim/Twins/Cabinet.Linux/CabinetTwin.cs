namespace EdgeGateway.Sim.Twins.Cabinet.Linux;

/// <summary>
/// A cabinet that lives: its temperature moves, and its profile opens doors and takes the mains away. What it shows is read
/// when the gateway likes, so nothing of it is promised in the ledger.
/// </summary>
public sealed class CabinetTwin(CabinetTree tree, CabinetProfile profile, DeviceTrouble trouble, DateTimeOffset end, TimeProvider time) : ITwin
{
    private const double Coolest = 30;
    private const double Warmest = 34;
    private const double Step = 0.1;

    private readonly Queue<CabinetEvent> _events = new(profile.Events.OrderBy(one => one.After));
    private readonly long _begun = time.GetTimestamp();
    private double _temperature = Coolest;
    private double _step = Step;
    private bool _held;
    private int _charge = 97;
    private bool _garbled;
    private bool _pulled;

    public async Task RunAsync(CancellationToken ct)
    {
        try
        {
            while (time.GetUtcNow() < end)
            {
                Tick();
                await Task.Delay(profile.Every, time, ct).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Asked to stop: an orderly end.
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Tick()
    {
        Play();
        var now = time.GetUtcNow();
        bool away = trouble.DownUntil(now) > now;
        if (away && tree.HasChip)
        {
            tree.PullOut();
        }
        else if (!away && !tree.HasChip && !_pulled)
        {
            tree.PlugIn();
        }

        if (tree.HasChip && trouble.SilentUntil() <= now)
        {
            Move();
        }
    }

    private void Move()
    {
        if (trouble.TakeGarbage() || trouble.TakeCut())
        {
            tree.Garble();
            _garbled = true;
        }
        else if (!_held || _garbled)
        {
            _garbled = false;
            _step = _held ? 0 : _temperature >= Warmest ? -Step : _temperature <= Coolest ? Step : _step;
            _temperature += _step;
            tree.Temperature(_temperature);
        }
    }

    private void Play()
    {
        while (_events.TryPeek(out var next) && time.GetElapsedTime(_begun) >= next.After)
        {
            Do(_events.Dequeue());
        }
    }

    private void Do(CabinetEvent one)
    {
        switch (one.What)
        {
            case CabinetThing.Temperature:
                (_temperature, _held) = (one.Value, true);
                ShowIfThere(() => tree.Temperature(one.Value));
                break;
            case CabinetThing.Fan:
                ShowIfThere(() => tree.Fan((int)one.Value));
                break;
            case CabinetThing.Door:
                tree.Contact("door", one.Value > 0);
                break;
            case CabinetThing.Lid:
                tree.Contact("lid", one.Value > 0);
                break;
            case CabinetThing.Mains:
                tree.Mains(one.Value > 0);
                tree.Battery(_charge, discharging: one.Value <= 0);
                break;
            case CabinetThing.Battery:
                _charge = (int)one.Value;
                tree.Battery(_charge, discharging: true);
                break;
            default:
                Plug(one.Value > 0);
                break;
        }
    }

    /// <summary>What is written for a chip that is away would bring its folder back.</summary>
    private void ShowIfThere(Action show)
    {
        if (tree.HasChip)
        {
            show();
        }
    }

    private void Plug(bool there)
    {
        _pulled = !there;
        if (!there && tree.HasChip)
        {
            tree.PullOut();
        }
    }
}
