using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Dahua;
using EdgeGateway.Protocol.Dahua;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.PlateCamera.Dahua;

/// <summary>
/// Fetches what the camera stored while the link was away: create a finder, find, next 64, load each file, close, destroy
/// (plate-camera.md section 4.3). Bounded in time and number; what the stream has delivered is not told twice.
/// </summary>
internal sealed class DahuaBackfill(DriverContext context, DahuaOptions options, DahuaAccess access, DahuaPlace place)
{
    private const string Finder = "/cgi-bin/mediaFileFind.cgi?action=";
    private const int PerPage = 64;
    private const int MostFiles = 1024;
    private const int MostBytes = 8 * 1024 * 1024;

    /// <param name="sink">Notes what becomes safe.</param>
    /// <param name="until">When the stream was opened; from here on the stream tells.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="StoreRefusedException">The disk refuses; the next reconnect tries again.</exception>
    public async Task RunAsync(IReadingSink sink, DateTimeOffset until, CancellationToken ct)
    {
        if (options.Memory.BeginFill() is not { } latest)
        {
            return;
        }

        var from = latest > until - options.BackfillWindow ? latest : until - options.BackfillWindow;
        try
        {
            string? finder = (await access.AskAsync(Finder + "factory.create", ct).ConfigureAwait(false)).Result;
            if (finder is null || !finder.All(char.IsAsciiLetterOrDigit))
            {
                context.Watch.Fault(FaultKind.Unsupported, "backfill-not-offered");
                return;
            }

            await SearchAsync(finder, from, until, sink, ct).ConfigureAwait(false);
            options.Memory.EndFill();
            await access.AskAsync($"{Finder}close&object={finder}", ct).ConfigureAwait(false);
            await access.AskAsync($"{Finder}destroy&object={finder}", ct).ConfigureAwait(false);
        }
        catch (DeviceFaultException fault)
        {
            context.Watch.Fault(fault.Kind, "backfill-failed");
        }
    }

    private async Task SearchAsync(string finder, DateTimeOffset from, DateTimeOffset until, IReadingSink sink, CancellationToken ct)
    {
        // Firmware counts the first channel as 1 or as 0.
        foreach (int channel in new[] { Math.Max(options.Channel, 1), Math.Max(options.Channel, 1) - 1 })
        {
            string condition = $"&condition.Channel={channel}&condition.StartTime={Escaped(from)}&condition.EndTime={Escaped(until.AddSeconds(1))}&condition.Types[0]=jpg";
            if ((await access.AskAsync($"{Finder}findFile&object={finder}{condition}", ct).ConfigureAwait(false)).IsOk
                && await PagesAsync(finder, sink, ct).ConfigureAwait(false) > 0)
            {
                return;
            }
        }
    }

    private async Task<int> PagesAsync(string finder, IReadingSink sink, CancellationToken ct)
    {
        int seen = 0;
        while (true)
        {
            var page = await access.AskAsync(FormattableString.Invariant($"{Finder}findNextFile&object={finder}&count={PerPage}"), ct).ConfigureAwait(false);
            var items = page.Items.Take(PerPage).ToArray();
            foreach (var item in items)
            {
                await TakeAsync(item, sink, ct).ConfigureAwait(false);
            }

            seen += items.Length;
            if (items.Length < PerPage)
            {
                return seen;
            }

            if (seen >= MostFiles)
            {
                context.Watch.Fault(FaultKind.Busy, "backfill-bounded");
                return seen;
            }
        }
    }

    private async Task TakeAsync(DahuaNode item, IReadingSink sink, CancellationToken ct)
    {
        if (item["FilePath"].Text is not { } path || !IsPath(path))
        {
            context.Watch.Fault(FaultKind.Garbled, "backfill-item-without-path");
            return;
        }

        if (StoredFile.IsKnown(item, place.Zone, options.Memory))
        {
            return;
        }

        var picture = await access.FetchAsync("/cgi-bin/RPC_Loadfile" + Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal), MostBytes, ct).ConfigureAwait(false);
        var reading = StoredFile.ToReading(item, path, picture, place, context.Time.GetUtcNow());
        if (!options.Memory.Knows(reading.Time, null, reading.Attachments.Select(attachment => attachment.Sha256)))
        {
            await sink.EmitAsync(reading, ct).ConfigureAwait(false);
        }
    }

    private static bool IsPath(string path) => path is ['/', ..] && path.Length <= 512 && !path.Contains("..", StringComparison.Ordinal) && !path.Any(char.IsControl);

    private string Escaped(DateTimeOffset time) => Uri.EscapeDataString(DahuaTimes.Write(time, place.Zone));
}
