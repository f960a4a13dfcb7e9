namespace Yttl.Core.Sources;

/// <summary>What the user gives to be summarised.</summary>
public abstract record Source;
