using EdgeGateway.Sim.Cabinets;

namespace EdgeGateway.Sim.Twins.Cabinet.Linux;

/// <summary>
/// A cabinet that lives: its temperature moves, and its profile opens doors and takes the mains away. Of what it shows only the mains, the lid and a door
/// at night are promised in the ledger: the site's limits for all else are not known here.
/// </summary>
/// <param name="tree">What it shows.</param>
/// <param name="profile">What happens.</param>
/// <param name="trouble">What is wrong with it right now.</param>
/// <param name="end">When it stops by itself.</param>
/// <param name="time">Clock.</param>
/// <param name="witness">Tells the ledger; null: nobody wants to know.</param>
public sealed class CabinetTwin(CabinetTree tree, CabinetProfile profile, DeviceTrouble trouble, DateTimeOffset end, TimeProvider time, CabinetWitness? witness = null) : ITwin
{
    private const string Door = "door";
    private const string DoorOpen = "door-open";
    private const string Lid = "lid";
    private const string Tamper = "tamper";
    private const string Mains = "mains";
    private const string MainsLost = "mains-lost";

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
    private bool _open;
    private bool _openAtNight;

    public async Task RunAsync(CancellationToken ct)
    {
        witness?.Watch(DoorOpen, Door);
        witness?.Watch(Tamper, Lid);
        witness?.Watch(MainsLost, Mains);
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

        witness?.End();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Tick()
    {
        Play();
        var now = time.GetUtcNow();
        WatchTheNight(now);
        witness?.Look(static _ => true);
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

    /// <summary>A door that is open when the night comes is one that is opened then.</summary>
    private void WatchTheNight(DateTimeOffset now)
    {
        if (_open && !_openAtNight && IsNight(now))
        {
            _openAtNight = true;
            witness?.May(DoorOpen, Door, active: false);
            witness?.Turn(DoorOpen, Door, active: true);
        }
    }

    /// <summary>The gateway sees it later than this: near the end of the night it is nobody's promise.</summary>
    private bool IsNight(DateTimeOffset now) => witness is not null && profile.Night is { } night && night.Contains(now) && night.Contains(now + witness.Noticed);

    /// <summary>By day it is the site's affair what it calls that.</summary>
    private void Swing(bool open)
    {
        tree.Contact(Door, open);
        if (open == _open)
        {
            return;
        }

        if (_openAtNight || (open && IsNight(time.GetUtcNow())))
        {
            witness?.Turn(DoorOpen, Door, open);
        }
        else
        {
            witness?.May(DoorOpen, Door, open);
        }

        (_open, _openAtNight) = (open, open && IsNight(time.GetUtcNow()));
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
                Swing(one.Value > 0);
                break;
            case CabinetThing.Lid:
                tree.Contact(Lid, one.Value > 0);
                witness?.Turn(Tamper, Lid, one.Value > 0);
                break;
            case CabinetThing.Mains:
                tree.Mains(one.Value > 0);
                tree.Battery(_charge, discharging: one.Value <= 0);
                witness?.Turn(MainsLost, Mains, one.Value <= 0);
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
