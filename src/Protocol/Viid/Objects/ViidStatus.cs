using EdgeGateway.Protocol.Viid.Json;

namespace EdgeGateway.Protocol.Viid.Objects;

/// <summary>A ResponseStatusObject: what became of one request, or of one object of a list (plate-camera.md section 2.3).</summary>
public sealed record ViidStatus
{
    /// <summary>Id of the resource or device it is about; null when the peer left it out.</summary>
    public string? Id { get; init; }

    /// <summary>Path of the request.</summary>
    public string? RequestUrl { get; init; }

    /// <summary>See <see cref="ViidStatusCodes"/>; null when there is none. The HTTP status counts before it: 404 with a 0 in here was seen.</summary>
    public int? Code { get; init; }

    public string? Text { get; init; }

    /// <summary>The peer's clock, as written.</summary>
    public string? LocalTime { get; init; }

    /// <summary>Anything but 0 is a failure, private codes included.</summary>
    public bool IsOk => Code == ViidStatusCodes.Ok;

    /// <summary>Reads list and single form, code as number or text, <c>Id</c> or <c>ID</c>.</summary>
    public static IReadOnlyList<ViidStatus> Read(ViidDocument body)
    {
        var found = ViidEnvelope.Objects(body.Root, "ResponseStatus");
        return [.. (found.Count == 0 && body.Root["StatusCode"].Exists ? [body.Root] : found).Select(Of)];
    }

    private static ViidStatus Of(ViidValue status) => new()
    {
        Id = status["Id"].Text,
        RequestUrl = status["RequestURL"].Text,
        Code = status["StatusCode"].Int(),
        Text = status["StatusString"].Text,
        LocalTime = status["LocalTime"].Text,
    };
}
