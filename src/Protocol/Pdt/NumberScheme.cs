namespace EdgeGateway.Protocol.Pdt;

/// <summary>How a network turns user numbers into air addresses (pdt-radio.md section 12.1).</summary>
public enum NumberScheme
{
    /// <summary>Nothing is converted: addresses stay raw.</summary>
    None,

    /// <summary>NP, FN and IN or GN by the formula of the national rule.</summary>
    National,

    /// <summary>NP and a unit of five digits; individuals only, for groups no public text says it.</summary>
    Zhejiang,
}
