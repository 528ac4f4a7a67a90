using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Sensors;
using EdgeGateway.Protocol.Nut;

namespace EdgeGateway.Drivers.Cabinet.Linux;

/// <summary>
/// Asks a NUT server whether its UPS has mains; a link that broke is opened again with the next question. Nobody waits for the
/// answer: a server that hangs must not keep the doors from being looked at.
/// </summary>
internal sealed class MainsOfUps(DriverContext context, MainsUps ups) : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private NutPeer? _peer;
    private Task<ContactReading>? _asking;

    /// <summary>Whether an answer is still waited for, or has not been taken.</summary>
    public bool IsAsking => _asking is not null;

    public void Ask() => _asking = ReadAsync(_end.Token);

    /// <returns>The answer, once; null while there is none.</returns>
    public async ValueTask<ContactReading?> TakeAsync()
    {
        if (_asking is not { IsCompleted: true } done)
        {
            return null;
        }

        _asking = null;
        return await done.ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        if (_asking is { } asking)
        {
            await ((Task)asking).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await HangUpAsync().ConfigureAwait(false);
        _end.Dispose();
    }

    private async Task<ContactReading> ReadAsync(CancellationToken ct)
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
            await HangUpAsync().ConfigureAwait(false);
            return new ContactReading(null, SensorTrouble.Missing);
        }
    }

    private async ValueTask HangUpAsync()
    {
        if (_peer is { } peer)
        {
            _peer = null;
            await peer.DisposeAsync().ConfigureAwait(false);
        }
    }
}
