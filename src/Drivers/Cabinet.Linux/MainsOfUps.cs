using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Sensors;
using EdgeGateway.Protocol.Nut;

namespace EdgeGateway.Drivers.Cabinet.Linux;

/// <summary>Asks a NUT server whether its UPS has mains; a link that broke is opened again with the next question.</summary>
internal sealed class MainsOfUps(DriverContext context, MainsUps ups) : IAsyncDisposable
{
    private NutPeer? _peer;

    public async ValueTask<ContactReading> ReadAsync(CancellationToken ct)
    {
        try
        {
            _peer ??= await NutPeer.OpenAsync(context, ups.Server, ct).ConfigureAwait(false);
            var answer = await _peer.AskAsync(NutQuestion.GetVariable(ups.Ups, "ups.status"), ct).ConfigureAwait(false);
            return answer is { Word: NutWord.Variable, Arguments: [_, "ups.status", var status, ..] }
                ? new ContactReading(!new NutStatus(status).OnBattery)
                : new ContactReading(null, NutRefusal.IsStale(answer.Code) ? SensorTrouble.Broken : SensorTrouble.Missing);
        }
        catch (DeviceFaultException fault)
        {
            context.Watch.Fault(fault.Kind, "mains-server");
            await DisposeAsync().ConfigureAwait(false);
            return new ContactReading(null, SensorTrouble.Missing);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_peer is { } peer)
        {
            _peer = null;
            await peer.DisposeAsync().ConfigureAwait(false);
        }
    }
}
