using System.Text.Json;

namespace EdgeGateway.Sim.Twins.Kiosk.Xfs4Iot;

/// <summary>Reads what a gateway sent, as unforgiving as the framework that was measured (kiosk.md section 1.4).</summary>
internal static class XfsEar
{
    /// <summary>More than that ends the process.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    private static readonly string[] s_classes =
    [
        "ServicePublisher", "Common", "Storage", "CardReader", "Printer", "Camera", "BarcodeReader", "Biometric", "CashAcceptor", "CashManagement", "CashDispenser", "Auxiliaries",
        "VendorMode", "VendorApplication", "PinPad", "Keyboard", "KeyManagement", "Crypto", "Check", "Lights", "TextTerminal",
    ];

    private static readonly string[] s_message = ["header"];

    private static readonly string[] s_header = ["name", "requestId", "type", "version", "timeout"];

    private static readonly string[] s_allowed = ["ServicePublisher.GetServices", "Common.Capabilities", "Common.Status", "Storage.GetStorage"];

    /// <param name="message">One whole message.</param>
    /// <param name="interfaces">What the service that heard it has.</param>
    public static XfsHeard Hear(ReadOnlyMemory<byte> message, IReadOnlyCollection<string> interfaces)
    {
        if (message.Length > MostBytes)
        {
            return new(XfsEffect.ProcessEnded, null, "a message above 2 MB");
        }

        try
        {
            using var document = JsonDocument.Parse(message);
            return Judge(document.RootElement, interfaces);
        }
        catch (JsonException)
        {
            return new(XfsEffect.ProcessEnded, null, "malformed JSON");
        }
    }

    private static XfsHeard Judge(JsonElement message, IReadOnlyCollection<string> interfaces)
    {
        JsonElement header = Member(message, "header");
        if (header.ValueKind != JsonValueKind.Object || Text(header, "name") is not { } name)
        {
            return new(XfsEffect.LinkDropped, null, "a header is missing");
        }

        JsonElement id = Member(header, "requestId");
        if (id.ValueKind == JsonValueKind.String)
        {
            return new(XfsEffect.ProcessEnded, null, "requestId as text");
        }

        if (Text(header, "type") != "command" || id.ValueKind != JsonValueKind.Number || !id.TryGetInt64(out long requestId))
        {
            return new(XfsEffect.LinkDropped, null, $"type {Text(header, "type")} from a client");
        }

        int dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0 || !s_classes.Contains(name[..dot]))
        {
            return new(XfsEffect.LinkDropped, null, $"unknown command {name}");
        }

        var command = new XfsCommand(name, requestId, Text(header, "version"));
        return !interfaces.Contains(command.Interface) ? new(XfsEffect.AcknowledgedAndEnded, command, $"{name} at a service that has no {command.Interface}")
            : new(XfsEffect.Answered, command, Slip(command) ?? Stowaway(message, s_message) ?? Stowaway(header, s_header));
    }

    /// <summary>What nobody has to say to a kiosk, from wherever it came.</summary>
    private static string? Stowaway(JsonElement of, string[] known) =>
        of.EnumerateObject().Select(static member => member.Name).FirstOrDefault(name => !known.Contains(name)) is { } foreign ? $"a command with a member {foreign}" : null;

    /// <summary>What the measured framework takes and the schema forbids is a slip of the gateway as well.</summary>
    private static string? Slip(XfsCommand command) =>
        !s_allowed.Contains(command.Name) ? $"{command.Name} is none of the four commands"
        : command.RequestId < 1 ? "requestId below 1"
        : command.Version is null ? "a command without a version"
        : null;

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) ? value : default;

    private static string? Text(JsonElement element, string name) => Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
