using EdgeGateway.Protocol.Viid.Json;

namespace EdgeGateway.Protocol.Viid.Objects;

/// <summary>A SubscribeNotificationObject or a DispositionNotificationObject as received (plate-camera.md sections 2.7 and 2.9).</summary>
public sealed record ViidNotification
{
    public const int Add = 1;
    public const int Modify = 2;
    public const int Delete = 3;

    /// <summary>33 digits, when it is right; 12 were seen.</summary>
    public string? Id { get; init; }

    /// <summary>SubscribeID or DispositionID.</summary>
    public string? About { get; init; }

    public string? Title { get; init; }

    /// <summary>As written, see <see cref="ViidTime"/>.</summary>
    public string? TriggerTime { get; init; }

    /// <summary>InfoIDs separated by commas, or the CntObjectID of an alarm.</summary>
    public string? InfoIds { get; init; }

    /// <summary>1 add, 2 modify, 3 delete; null in an alarm.</summary>
    public int? ExecuteOperation { get; init; }

    /// <summary>MotorVehicle objects in it.</summary>
    public IReadOnlyList<ViidValue> MotorVehicles { get; init; } = [];

    /// <summary>The object itself, for what is not named here.</summary>
    public ViidValue Whole { get; init; }

    public static IReadOnlyList<ViidNotification> ReadSubscribed(ViidDocument body) =>
        [.. ViidEnvelope.Objects(body.Root, "SubscribeNotification").Select(from => Of(from, "SubscribeID", "InfoIDs"))];

    public static IReadOnlyList<ViidNotification> ReadAlarms(ViidDocument body) =>
        [.. ViidEnvelope.Objects(body.Root, "DispositionNotification").Select(from => Of(from, "DispositionID", "CntObjectID"))];

    private static ViidNotification Of(ViidValue from, string about, string infos) => new()
    {
        Id = from["NotificationID"].Text,
        About = from[about].Text,
        Title = from["Title"].Text,
        TriggerTime = from["TriggerTime"].Text,
        InfoIds = from[infos].Text,
        ExecuteOperation = from["ExecuteOperation"].Int(),
        MotorVehicles = ViidEnvelope.Objects(from, "MotorVehicle"),
        Whole = from,
    };
}
