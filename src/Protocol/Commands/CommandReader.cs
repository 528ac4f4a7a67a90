using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.RegularExpressions;
using EdgeGateway.Protocol.Contract;

namespace EdgeGateway.Protocol.Commands;

/// <summary>Reads the payload of an envelope; never throws for what somebody sent.</summary>
public static partial class CommandReader
{
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = CommandLimits.PayloadDepth, AllowDuplicateProperties = false };

    private static readonly JsonElement s_noArgs = JsonDocument.Parse("{}").RootElement.Clone();

    /// <param name="payload">UTF-8 JSON, at most <see cref="CommandLimits.PayloadBytes"/>.</param>
    /// <param name="command">The command; it keeps no hold on <paramref name="payload"/>.</param>
    public static bool TryRead(ReadOnlyMemory<byte> payload, [NotNullWhen(true)] out Command? command)
    {
        command = null;
        if (payload.Length > CommandLimits.PayloadBytes)
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(payload, s_options);
            command = document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement) : null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            // Not JSON, too deep, a name twice; or a text that is not Unicode, which the framework tells by the second.
        }

        return command is not null;
    }

    /// <returns>Whether it is the name of a command, such as <c>radio.send-text</c>.</returns>
    public static bool IsName(string text) => text.Length <= 64 && Name().IsMatch(text);

    private static Command? Read(JsonElement root)
    {
        bool known = root.TryGetProperty("v", out var version) && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out int v) && v == 1;
        return known
            && JsonText.Of(root, "id", 64) is { } id && NameRule.IsName(id)
            && JsonText.Of(root, "name", 64) is { } name && IsName(name)
            && JsonText.Of(root, "device", 64) is { } device && NameRule.IsName(device)
            && Args(root) is { } args
            && Time(root, "issuedAt") is { } issuedAt
            && Time(root, "notAfter") is { } notAfter
            && TryIssuer(root, out string? issuer)
            ? new Command { Id = id, Name = name, Device = device, Args = args, IssuedAt = issuedAt, NotAfter = notAfter, Issuer = issuer }
            : null;
    }

    private static JsonElement? Args(JsonElement root) =>
        !root.TryGetProperty("args", out var args) ? s_noArgs : args.ValueKind == JsonValueKind.Object ? args.Clone() : null;

    /// <remarks>A time without a zone would mean another moment on every machine; it is no time.</remarks>
    private static DateTimeOffset? Time(JsonElement root, string name) =>
        JsonText.Of(root, name, 40) is { } text && Zoned().IsMatch(text) && root.GetProperty(name).TryGetDateTimeOffset(out var time) ? time : null;

    private static bool TryIssuer(JsonElement root, out string? issuer)
    {
        issuer = JsonText.Of(root, "issuer", CommandLimits.IssuerLength);
        return issuer is null ? !root.TryGetProperty("issuer", out _) : !issuer.Any(char.IsControl);
    }

    [GeneratedRegex("^[a-z0-9-]+(\\.[a-z0-9-]+){1,3}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex("T[0-9:.]+(Z|[+-][0-9]{2}:[0-9]{2})\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Zoned();
}
