using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Pipeline;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Devices;

/// <summary>The sink of one device: marks whose reading it is and keeps the record of the device.</summary>
public sealed class DeviceSink(DevicePlan plan, Intake intake, DeviceWatch watch) : IReadingSink, IHeldSink
{
    private int _waiting;
    private long _ended;

    /// <inheritdoc/>
    public bool IsHeld => Volatile.Read(ref _waiting) > 0;

    /// <inheritdoc/>
    public long Ended => Interlocked.Read(ref _ended);

    public async ValueTask<Emitted> EmitAsync(Reading reading, CancellationToken ct)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            var emitted = await intake.TakeAsync(reading, plan.Facts, ct).ConfigureAwait(false);
            watch.Took(reading, emitted);
            return emitted;
        }
        catch (StoreRefusedException refused)
        {
            watch.Losses.Refused(refused.OnlyAlarm ? Lane.Alarm : reading.Lane);
            throw;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
            Interlocked.Increment(ref _ended);
        }
    }
}
