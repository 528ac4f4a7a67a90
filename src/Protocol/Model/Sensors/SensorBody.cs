namespace EdgeGateway.Protocol.Model.Sensors;

/// <summary>What a device without a driver of its own said, as the site's map file names it.</summary>
public abstract record SensorBody : ReadingBody
{
    /// <summary>What sort of thing said it, for example <c>crowd-counter</c>, <c>weather</c>, <c>barrier</c>, <c>radiation-portal</c>; from the map.</summary>
    public required string Type { get; init; }

    /// <summary>Which one, where one device speaks for several.</summary>
    public string? Name { get; init; }

    /// <summary>In the order of the map.</summary>
    public IReadOnlyList<SensorValue>? Values { get; init; }
}

/// <summary>One named value; exactly one of number, text and flag is there.</summary>
/// <param name="Name">From the map.</param>
/// <param name="Number">Never infinite, never not-a-number.</param>
/// <param name="Text">One of the texts that the map allows.</param>
/// <param name="Flag">Yes or no.</param>
/// <param name="Unit">For example <c>C</c>, <c>m/s</c>, <c>1</c>; from the map, after its conversion.</param>
public sealed record SensorValue(string Name, double? Number = null, string? Text = null, bool? Flag = null, string? Unit = null);
