namespace EdgeGateway.Tests.Platform.Examples;

/// <summary>One reading of each kind, numbered one after the other.</summary>
internal static class ExampleReadings
{
    private const long FirstSeq = 184_467;

    /// <summary>By kind; two of one kind would be an error.</summary>
    public static IReadOnlyDictionary<string, byte[]> All { get; } =
        new[] { PlateExamples.All, ParcelExamples.All, RadioExamples.All, VehicleExamples.All, KioskExamples.All, GatewayExamples.All }
            .SelectMany(static family => family)
            .Select(static (example, i) => (example.Body.Kind, Event: example.Compose(FirstSeq + i)))
            .ToDictionary(static one => one.Kind, static one => one.Event, StringComparer.Ordinal);
}
