using System.Net;

namespace EdgeGateway.Sim.Twins.XrayScanner.Modbus;

/// <summary>A belt controller of an X-ray scanner: parcels go through whether somebody asks or not.</summary>
public sealed class XrayModbusTwin : ITwin
{
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(20);

    private readonly IBeltWire _wire;
    private readonly DeviceTrouble _trouble;
    private readonly TimeProvider _time;
    private readonly BeltParcels _parcels;
    private bool _isOpen;

    /// <param name="plan">What it does, and how long.</param>
    /// <param name="wire">How it is asked; the twin closes it.</param>
    /// <param name="trouble">What is wrong with it right now.</param>
    /// <param name="time">Clock.</param>
    public XrayModbusTwin(BeltPlan plan, IBeltWire wire, DeviceTrouble trouble, TimeProvider time)
    {
        (_wire, _trouble, _time) = (wire, trouble, time);
        _parcels = new BeltParcels(plan);
        Machine = new BeltMachine(plan.Profile, _parcels, plan.Start);
        Faults = new BeltFaults(plan.Profile.Faults, plan.Seed, plan.Device);
        Desk = new BeltDesk(new BeltPdu(Machine, Faults), Faults, Machine, _parcels, trouble, time);
    }

    public BeltMachine Machine { get; }

    public BeltFaults Faults { get; }

    public BeltDesk Desk { get; }

    /// <summary>Where it is asked, once it runs; null on a line.</summary>
    public IPEndPoint? EndPoint => _wire.EndPoint;

    /// <summary>Lets masters in; <see cref="RunAsync"/> does it otherwise.</summary>
    public void Open()
    {
        if (!_isOpen)
        {
            _isOpen = true;
            _wire.Open();
        }
    }

    public async Task RunAsync(CancellationToken ct)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(ct);
        Open();
        Task answering = _wire.RunAsync(Desk, done.Token);
        while (!ct.IsCancellationRequested && !IsDone())
        {
            if (_trouble.DownUntil(_time.GetUtcNow()) > _time.GetUtcNow())
            {
                _wire.Drop();
            }

            await Task.Delay(s_step, _time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await done.CancelAsync().ConfigureAwait(false);
        await answering.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Machine.At(_time.GetUtcNow(), _ =>
        {
            _parcels.Note();
            return true;
        });
    }

    public ValueTask DisposeAsync() => _wire.DisposeAsync();

    private bool IsDone() => Machine.At(_time.GetUtcNow(), _ =>
    {
        if (_trouble.TakeBurst())
        {
            _parcels.Hurry(1);
        }

        return _parcels.IsDone(_time.GetUtcNow());
    });
}
