using System.Text;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Parcels;
using EdgeGateway.Sim.Ports;
using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Twins.BarcodeReader.Line;

/// <summary>A bar code reader above the belt: it says what it reads, whether somebody listens or not.</summary>
public sealed class BarcodeTwin : ITwin
{
    /// <summary>A plug that is pulled takes along what was said and not read yet.</summary>
    private static readonly TimeSpan s_linger = TimeSpan.FromSeconds(5);

    private readonly BarcodePlan _plan;
    private readonly IBytePort _port;
    private readonly DeviceTrouble _trouble;
    private readonly ITruthLedger _ledger;
    private readonly TimeProvider _time;
    private SeededRandom _random;
    private bool _isOpen;

    /// <param name="plan">What it does, and how long.</param>
    /// <param name="port">Its line; the twin closes it.</param>
    /// <param name="trouble">What is wrong with it right now.</param>
    /// <param name="ledger">Where it notes what it told.</param>
    /// <param name="time">Clock.</param>
    public BarcodeTwin(BarcodePlan plan, IBytePort port, DeviceTrouble trouble, ITruthLedger ledger, TimeProvider time)
    {
        (_plan, _port, _trouble, _ledger, _time) = (plan, port, trouble, ledger, time);
        _random = SeededRandom.For(plan.Seed, plan.Device, -18);
    }

    /// <summary>Lets a listener in; <see cref="RunAsync"/> does it otherwise.</summary>
    public void Open()
    {
        if (!_isOpen)
        {
            _isOpen = true;
            _port.Open();
        }
    }

    public async Task RunAsync(CancellationToken ct)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(ct);
        Open();
        Task hearing = _port.RunAsync(_ => ValueTask.CompletedTask, () => { }, done.Token);
        string line = _plan.Profile.Line.Length > 0 ? _plan.Profile.Line : _plan.Device;
        var source = new ParcelSource(_plan.Seed, line, _plan.Start, _plan.Profile.Rate, _plan.Profile.Mix);
        try
        {
            foreach (ParcelStatement statement in new ParcelTimeline(source, [ParcelPart.Barcode, ParcelPart.Controller], _plan.Count, _plan.End).Statements())
            {
                await WaitAsync(statement.Due, ct).ConfigureAwait(false);
                await SayAsync(statement, ct).ConfigureAwait(false);
            }

            await Task.Delay(s_linger, _time, ct).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Asked to stop: an orderly end.
        }

        await done.CancelAsync().ConfigureAwait(false);
        await hearing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public ValueTask DisposeAsync() => _port.DisposeAsync();

    private async Task WaitAsync(DateTimeOffset due, CancellationToken ct)
    {
        TimeSpan wait = due - _time.GetUtcNow();
        if (wait > TimeSpan.Zero && !_trouble.TakeBurst())
        {
            await Task.Delay(wait, _time, ct).ConfigureAwait(false);
        }
    }

    /// <summary>The reader sees every parcel; of one whose label it missed it says so when the parcel has passed.</summary>
    private async Task SayAsync(ParcelStatement statement, CancellationToken ct)
    {
        if (statement.Part == ParcelPart.Barcode)
        {
            string code = statement.Parcel.Reads[statement.Number].Code;
            bool told = await SayAsync(_plan.Profile.Aim + code, ct).ConfigureAwait(false);
            Note(code, told);
        }
        else if (statement.Parcel.Reads.Count == 0 && _plan.Profile.NoRead.Length > 0)
        {
            await SayAsync(_plan.Profile.NoRead, ct).ConfigureAwait(false);
        }
    }

    private async Task<bool> SayAsync(string text, CancellationToken ct)
    {
        DateTimeOffset now = _time.GetUtcNow();
        if (_trouble.DownUntil(now) > now)
        {
            _port.Drop();
            return false;
        }

        if (_trouble.SilentUntil() > now)
        {
            return false;
        }

        byte[] line = Encoding.Latin1.GetBytes(_plan.Profile.Before + text + _plan.Profile.After);
        if (_trouble.TakeGarbage() || Strikes(_plan.Profile.Garbled))
        {
            byte[] garbled = [.. line];
            garbled[_plan.Profile.Before.Length + _random.Below(text.Length)] = 0xB3;
            await _port.SendAsync(garbled, ct).ConfigureAwait(false);
        }

        if (_trouble.TakeCut())
        {
            await _port.SendAsync(line.AsMemory(0, line.Length / 2), ct).ConfigureAwait(false);
            _port.Drop();
            return false;
        }

        return await _port.SendAsync(line, ct).ConfigureAwait(false);
    }

    private bool Strikes(double share) => share > 0 && _random.Unit() < share;

    private void Note(string code, bool told) => _ledger.Note(new TruthLine
    {
        Device = _plan.Device,
        NativeId = code,
        Plate = "",
        LaneNo = 0,
        Time = default,
        Kind = "parcel.inspection",
        Facts = new Dictionary<string, string> { ["barcodes.0"] = code },
        Told = told ? TruthLine.Stream : TruthLine.None,
        At = _time.GetUtcNow(),
    });
}
