using System.Collections.Concurrent;
using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using EdgeGateway.Uplink.Confirmation;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink.Forwarding;

/// <summary>
/// Chooses which file goes next: those asked for first, then, unless files go on demand only, the oldest. A file is
/// forgotten when every part was taken or, where the platform names the files it has, when a receipt names it.
/// </summary>
public sealed class MediaPump
{
    private const int Page = 16;

    /// <summary>How often the progress of a large file is noted, in parts.</summary>
    private const int NoteEvery = 8;

    private readonly IMediaStore _media;
    private readonly IReadingStore _store;
    private readonly ConfirmationMode _mode;
    private readonly AwaitedMedia _awaited;
    private readonly Audience _audience;
    private readonly ForwarderLimits _limits;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly Outstanding _outstanding;
    private readonly MediaSender _sender;
    private readonly ConcurrentDictionary<string, bool> _stuck = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _underway = new(StringComparer.Ordinal);
    private long _cursor;
    private int _strikes;
    private volatile bool _pauseWanted;
    private volatile bool _barred;
    private volatile bool _lookAgain;

    public MediaPump(IMediaStore media, IReadingStore store, Delivery delivery, Topics topics, Audience audience, ForwarderLimits limits, TimeProvider time, ILogger log)
    {
        (_media, _store, _audience, _limits, _time, _log) = (media, store, audience, limits, time, log);
        (_mode, _awaited) = (delivery.Mode, delivery.Media);
        _outstanding = new Outstanding(time);
        _sender = new MediaSender(media, topics, _outstanding, ReactAsync, TooLarge);
    }

    public TimeSpan Stalled() => _outstanding.Stalled();

    /// <summary>Bytes of files on their way.</summary>
    public long BytesInFlight => _sender.BytesInFlight;

    public async Task RunAsync(Link link, CancellationToken ct)
    {
        _cursor = 0;
        _stuck.Clear();
        _underway.Clear();
        while (!ct.IsCancellationRequested)
        {
            await RestIfWantedAsync(ct).ConfigureAwait(false);
            if (!await SendNextAsync(link, ct).ConfigureAwait(false))
            {
                await WaitForMoreAsync(ct).ConfigureAwait(false);
            }
        }
    }

    /// <returns>False when there is nothing to send.</returns>
    private async Task<bool> SendNextAsync(Link link, CancellationToken ct)
    {
        // Those that await their receipt are listed as well and must not hide the others.
        var wanted = _media.Wanted(Page + _awaited.Count).Where(IsFree).Take(Page).ToList();
        await SendAllAsync(wanted, link, ct).ConfigureAwait(false);
        if (wanted.Count > 0)
        {
            return true;
        }

        var again = _awaited.NextDue(Page);
        await SendAllAsync(again, link, ct).ConfigureAwait(false);
        return (_limits.Media != MediaMode.OnDemand && await SendPageAsync(link, ct).ConfigureAwait(false)) | again.Count > 0;
    }

    private async Task<bool> SendPageAsync(Link link, CancellationToken ct)
    {
        (_cursor, _lookAgain) = (_lookAgain ? 0 : _cursor, false);
        var page = _media.Pending(_cursor, Page);
        await SendAllAsync([.. page.Where(static file => !file.OnDemand)], link, ct).ConfigureAwait(false);
        _cursor = page.Count > 0 ? page[^1].Position : _cursor;
        return page.Count > 0;
    }

    private bool IsFree(StoredMedia file) => !_underway.ContainsKey(file.Sha256) && !_stuck.ContainsKey(file.Sha256) && !_awaited.Holds(file.Sha256);

    private bool StillWaits(StoredMedia file) => _media.Pending(file.Position - 1, 1) is [var first] && first.Position == file.Position;

    private async Task SendAllAsync(IReadOnlyList<StoredMedia> files, Link link, CancellationToken ct)
    {
        foreach (var file in files)
        {
            if (_pauseWanted)
            {
                return;
            }

            await SendAsync(file, link, ct).ConfigureAwait(false);
            if (_strikes > 0)
            {
                // After a refusal one picture goes ahead of the others: nobody may be listening, and pictures are large.
                await _outstanding.QuietAsync().WaitAsync(ct).ConfigureAwait(false);
            }
        }
    }

    private async Task SendAsync(StoredMedia file, Link link, CancellationToken ct)
    {
        if (!IsFree(file))
        {
            return;
        }

        _underway[file.Sha256] = true;
        var whole = _awaited.WasTaken(file.Sha256) ? file with { Taken = 0 } : file;
        if (!await _sender.SendAsync(whole, link, ct).ConfigureAwait(false))
        {
            UplinkLog.PictureStuck(_log, file.Sha256, "its file is gone");
            await ForgetAsync(file).ConfigureAwait(false);
        }
    }

    /// <summary>What was not taken is kept and tried again from the oldest, later each time.</summary>
    private async Task RestIfWantedAsync(CancellationToken ct)
    {
        if (!_pauseWanted)
        {
            return;
        }

        double factor = Math.Pow(2, Math.Min(_strikes++, 16));
        var pause = TimeSpan.FromTicks((long)Math.Min(_limits.UnheardMost.Ticks, _limits.Unheard.Ticks * factor));
        await Task.Delay(_barred ? _limits.Barred : pause, _time, ct).ConfigureAwait(false);
        await _outstanding.QuietAsync().WaitAsync(ct).ConfigureAwait(false);
        _underway.Clear();
        (_pauseWanted, _barred, _cursor) = (false, false, 0);
    }

    private void TooLarge(StoredMedia file, string why)
    {
        UplinkLog.PictureStuck(_log, file.Sha256, why);
        _stuck[file.Sha256] = true;
    }

    private async ValueTask ReactAsync(byte reason, MediaProgress progress, int part, Link link)
    {
        var reaction = AckReactions.To(reason);
        _audience.Noted(reaction);
        switch (reaction)
        {
            case AckReaction.Delivered:
                await TakeAsync(progress, part).ConfigureAwait(false);
                break;
            case AckReaction.ResetLink:
                link.WantReset();
                break;
            default:
                _barred |= reaction == AckReaction.BarTopic;
                _pauseWanted = true;
                break;
        }
    }

    private async ValueTask TakeAsync(MediaProgress progress, int part)
    {
        int taken = progress.Take(part);
        if (taken == progress.Parts)
        {
            _strikes = 0;
            await WholeTakenAsync(progress.File).ConfigureAwait(false);
        }
        else if (taken % NoteEvery == 0 && taken > progress.First)
        {
            await NoteAsync(progress.File, taken).ConfigureAwait(false);
        }
    }

    private ValueTask WholeTakenAsync(StoredMedia file)
    {
        if (!_mode.MediaByPlatform)
        {
            return new ValueTask(ForgetAsync(file));
        }

        _awaited.Taken(file);
        if (!StillWaits(file))
        {
            // The receipt overtook the PUBACK. The same bytes may wait anew and have been passed over as under way.
            _awaited.Drop([file]);
            _lookAgain = true;
        }

        _underway.TryRemove(file.Sha256, out _);
        return ValueTask.CompletedTask;
    }

    private async Task NoteAsync(StoredMedia file, int taken)
    {
        try
        {
            await _media.TakenAsync(file, taken, CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreRefusedException)
        {
            // A full disk costs a few parts more after the next cut, nothing else.
        }
    }

    private async Task ForgetAsync(StoredMedia file)
    {
        try
        {
            await _media.ForgetAsync([file], CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreRefusedException error)
        {
            // It stays and is sent again with the next link.
            UplinkLog.SettleFailed(_log, 1, error);
            return;
        }

        _awaited.Drop([file]);
        _underway.TryRemove(file.Sha256, out _);
    }

    private Task WaitForMoreAsync(CancellationToken ct) =>
        _pauseWanted ? Task.CompletedTask
        : _limits.Media == MediaMode.OnDemand ? Task.Delay(TimeSpan.FromSeconds(1), _time, ct)
        : NextLook.WaitAsync(_store, Lane.Media, _cursor, _time, ct);
}
