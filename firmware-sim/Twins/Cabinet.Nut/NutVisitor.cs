namespace EdgeGateway.Sim.Twins.Cabinet.Nut;

/// <summary>Whom a client says it is.</summary>
public sealed class NutVisitor
{
    public string? User { get; set; }

    public string? Password { get; set; }
}
