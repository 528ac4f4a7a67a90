namespace EdgeGateway.Drivers.Abstractions.Settings;

/// <summary>One sentence in the two languages of the product.</summary>
public sealed record Words(string En, string Zh)
{
    public string In(string language) => language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Zh : En;
}
