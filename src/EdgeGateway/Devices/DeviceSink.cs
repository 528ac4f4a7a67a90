using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Pipeline;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Devices;

/// <summary>The sink of one device: marks whose reading it is and keeps the record of the device.</summary>
public sealed class DeviceSink(DevicePlan plan, Intake intake, DeviceWatch watch) : IReadingSink
{
    public async ValueTask<Emitted> EmitAsync(Reading reading, CancellationToken ct)
    {
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
    }
}
