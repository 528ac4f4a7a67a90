namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>Names of messages that are read, whatever their case; all others are dropped (kiosk.md section 2).</summary>
internal static class XfsNames
{
    public const string ServiceDetail = "ServicePublisher.ServiceDetailEvent";

    private static readonly string[] s_types = ["command", "acknowledge", "event", "completion", "unsolicited"];

    private static readonly string[] s_refusals = ["invalidMessage", "invalidRequestID", "tooManyRequests"];

    private static readonly Dictionary<string, XfsCommand> s_commands =
        new[] { XfsCommand.GetServices, XfsCommand.Capabilities, XfsCommand.Status, XfsCommand.GetStorage }.ToDictionary(command => command.Name, StringComparer.OrdinalIgnoreCase);

    public static bool IsRead(string name) => Command(name) is not null || name.Equals(ServiceDetail, StringComparison.OrdinalIgnoreCase) || XfsFacts.Known(name) is not null;

    public static XfsCommand? Command(string name) => s_commands.GetValueOrDefault(name);

    /// <returns>As the standard spells it.</returns>
    public static string Spelled(string name) => Command(name)?.Name ?? XfsFacts.Known(name) ?? ServiceDetail;

    /// <returns>Null for a type that the standard does not have.</returns>
    public static string? Type(string type) => s_types.FirstOrDefault(one => one.Equals(type, StringComparison.OrdinalIgnoreCase));

    /// <returns>Null when the command was taken.</returns>
    public static string? Refusal(string? status) =>
        status is null ? null : s_refusals.FirstOrDefault(one => one.Equals(status, StringComparison.OrdinalIgnoreCase)) ?? XfsCompletion.Other;
}
