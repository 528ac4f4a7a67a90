using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Nut;

namespace EdgeGateway.Drivers.Cabinet.Nut;

/// <summary>UPSs behind a server of Network UPS Tools: asked, and nothing but asked.</summary>
public sealed class NutDriver(DriverContext context, NutOptions options) : IDeviceDriver
{
    private const int MissedRounds = 2;

    private NutPeer? _peer;
    private IReadOnlyList<string> _names = [];

    public async Task ConnectAsync(CancellationToken ct)
    {
        _peer = await NutPeer.OpenAsync(context, options.Server, ct).ConfigureAwait(false);
        _names = await FindAsync(_peer, ct).ConfigureAwait(false);
        foreach (string name in options.Login ? _names : [])
        {
            await _peer.AgreeAsync(NutQuestion.Login(name), ct).ConfigureAwait(false);
        }
    }

    public async Task RunAsync(IReadingSink sink, CancellationToken ct)
    {
        var voice = new CabinetVoice(context, NutMapping.DriverName, sink);
        var book = new AlarmBook(context, voice, options.Night, options.AlarmsPerHour);
        await book.OpenAsync(ct).ConfigureAwait(false);
        await book.KeepOnlyAsync(_names, ct).ConfigureAwait(false);
        UpsWatch[] all = [.. _names.Select(name => new UpsWatch(context, options, name, book))];
        var tell = new Rhythm(context.Time, options.Every);
        while (true)
        {
            bool changed = await TakeRoundAsync(all, book, ct).ConfigureAwait(false);
            if (tell.IsDue() || changed)
            {
                await voice.TellAsync(Lane.Telemetry, NutMapping.State([.. all.Select(one => one.Latest)]), ct).ConfigureAwait(false);
            }

            await Task.Delay(options.Poll, context.Time, ct).ConfigureAwait(false);
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

    private async Task<bool> TakeRoundAsync(UpsWatch[] all, AlarmBook book, CancellationToken ct)
    {
        bool changed = false;
        try
        {
            foreach (var one in all)
            {
                changed |= await one.TakeAsync(_peer!, ct).ConfigureAwait(false);
            }

            return changed;
        }
        catch (DeviceFaultException fault)
        {
            await DisposeAsync().ConfigureAwait(false);
            bool isDoubtful = fault.Kind is FaultKind.Silent or FaultKind.Unreachable;
            foreach (var one in isDoubtful && !await IsThereAsync(ct).ConfigureAwait(false) ? all : [])
            {
                await one.LoseAsync(ct).ConfigureAwait(false);
            }

            await book.EndWaitingAsync(ct).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>A link may break for nothing: nobody knows how the UPSs are only when the server cannot be reached for some rounds.</summary>
    private async Task<bool> IsThereAsync(CancellationToken ct)
    {
        for (int round = 0; round < MissedRounds; round++)
        {
            await Task.Delay(options.Poll, context.Time, ct).ConfigureAwait(false);
            try
            {
                await using var probe = await NutPeer.OpenAsync(context, options.Server, ct).ConfigureAwait(false);
                await probe.ListAsync(NutQuestion.ListUps(), NutWord.Ups, ct).ConfigureAwait(false);
                return true;
            }
            catch (DeviceFaultException fault)
            {
                context.Watch.Fault(fault.Kind, "nut-round-missed");
            }
        }

        return false;
    }

    private async Task<IReadOnlyList<string>> FindAsync(NutPeer peer, CancellationToken ct)
    {
        var lines = await peer.ListAsync(NutQuestion.ListUps(), NutWord.Ups, ct).ConfigureAwait(false);
        if (lines is [{ Word: NutWord.Error } refusal])
        {
            throw NutRefusal.Of(refusal.Code, options.Server);
        }

        string[] listed = [.. lines.Select(line => line.Arguments[0]).Where(NutQuestion.IsWord).Distinct(StringComparer.Ordinal)];
        if (options.Ups.Except(listed).ToArray() is [var missing, ..])
        {
            throw new DeviceFaultException(FaultKind.Misconfigured, $"The server knows no UPS \"{missing}\"; it lists: {string.Join(", ", listed.Take(NutOptions.MostUps))}.");
        }

        if (listed.Length == 0)
        {
            throw new DeviceFaultException(FaultKind.Unsupported, "The server has no UPS: see its ups.conf.");
        }

        return options.Ups.Count > 0 ? options.Ups : [.. listed.Take(NutOptions.MostUps)];
    }
}
