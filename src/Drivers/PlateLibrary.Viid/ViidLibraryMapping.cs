using EdgeGateway.Protocol.HotList;
using EdgeGateway.Protocol.Viid;
using EdgeGateway.Protocol.Viid.Objects;

namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>From a library's words to ours (plate-camera.md section 2.9): a disposition becomes an entry, or is refused with a reason.</summary>
public static class ViidLibraryMapping
{
    public const string DriverName = "viid-library";

    private const int LongestId = 64;
    private const int LongestCategory = 32;
    private const int LongestReason = 256;
    private const int LongestAuthority = 64;

    /// <param name="from">As the library wrote it.</param>
    /// <param name="place">What is for us.</param>
    /// <param name="now">Gateway time.</param>
    public static DispositionVerdict Judge(ViidDisposition from, LibraryPlace place, DateTimeOffset now)
    {
        if (from.Id is not { Length: <= LongestId } id)
        {
            return DispositionVerdict.Refuse(from.Id?[..LongestId] ?? string.Empty, "no-id");
        }

        return from.OperateType switch
        {
            ViidDisposition.Withdraw => DispositionVerdict.Gone(id),
            ViidDisposition.Set or null => Set(id, from, place, now),
            _ => DispositionVerdict.Refuse(id, "operation-unknown"),
        };
    }

    private static DispositionVerdict Set(string id, ViidDisposition from, LibraryPlace place, DateTimeOffset now)
    {
        var begin = ViidTime.Parse(from.BeginTime, place.Zone, out _);
        var end = ViidTime.Parse(from.EndTime, place.Zone, out _);
        string notifyAt = from.ReceiveAddr ?? place.Notify.Default;
        string? refusal = Content(from) ?? Window(from, begin, end);
        if (refusal is not null)
        {
            return DispositionVerdict.Refuse(id, refusal);
        }

        if (Elsewhere(from, place) is { } elsewhere)
        {
            return DispositionVerdict.RefuseAndWithdraw(id, elsewhere);
        }

        if (end <= now)
        {
            return DispositionVerdict.RefuseAndWithdraw(id, "window-over");
        }

        if (place.Notify.Admit(notifyAt) is null)
        {
            return DispositionVerdict.Refuse(id, "receive-address-not-allowed");
        }

        return DispositionPlate.Read(from.TargetFeature) is { } plate
            ? DispositionVerdict.Put(Entry(id, from, plate, begin ?? now, end!.Value) with { NotifyAt = notifyAt })
            : DispositionVerdict.Refuse(id, "no-plate");
    }

    private static HotListEntry Entry(string id, ViidDisposition from, DispositionPlate plate, DateTimeOffset begin, DateTimeOffset end) => new()
    {
        Id = id,
        Plate = plate.Text,
        Colour = Colour(from.PlateColor) ?? plate.Colour,
        PlateClass = from.PlateClass is { Length: 2 } known && known.All(char.IsAsciiDigit) ? known : null,
        Category = Category(from.Title),
        Reason = from.Reason!,
        Authority = Authority(from)!,
        From = begin,
        To = end,
        Priority = from.PriorityLevel,
    };

    /// <summary>Design section 11: no entry without a reason, an authority and an end.</summary>
    private static string? Content(ViidDisposition from) =>
        from.Category != ViidDisposition.MotorVehicle ? "not-a-motor-vehicle"
        : from.Reason is null ? "no-reason"
        : from.Reason.Length > LongestReason ? "reason-too-long"
        : Authority(from) is not { } authority ? "no-authority"
        : authority.Length > LongestAuthority ? "authority-too-long"
        : null;

    private static string? Window(ViidDisposition from, DateTimeOffset? begin, DateTimeOffset? end) =>
        end is null ? "no-end"
        : from.BeginTime is not null && begin is null ? "begin-unreadable"
        : begin >= end ? "window-empty"
        : null;

    private static string? Elsewhere(ViidDisposition from, LibraryPlace place)
    {
        int? range = from.Range ?? (from.TollgateList is not null ? 1 : from.Area is not null ? 2 : null);
        bool ours = range switch
        {
            1 => from.TollgateList?.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries).Any(place.Tollgates.Contains) == true,
            2 => from.Area is { Length: >= 2 } area && place.Division.StartsWith(area, StringComparison.Ordinal),
            null => true,
            _ => false,
        };
        return ours ? null : "not-for-this-place";
    }

    private static string? Authority(ViidDisposition from) => (from.ApplicantOrg, from.ApplicantName) switch
    {
        ({ } org, { } name) when org.Length + name.Length + 1 <= LongestAuthority => $"{org} {name}",
        ({ } org, _) => org,
        (_, var name) => name,
    };

    /// <summary>The title is the only word a library has for what it looks for; what is longer than the field ends where the field ends.</summary>
    private static string Category(string? title)
    {
        if (title is null)
        {
            return "disposition";
        }

        int end = Math.Min(title.Length, LongestCategory);
        return title[..(end < title.Length && char.IsHighSurrogate(title[end - 1]) ? end - 1 : end)];
    }

    private static int? Colour(string? code) => code is "1" or "2" or "5" or "6" or "9" ? code[0] - '0' : null;
}
