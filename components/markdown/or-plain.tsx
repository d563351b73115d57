"use client";
import { Component, type ReactNode } from "react";

/** Shows text as it is where it cannot be set: one odd comment must not take the others with it. */
export class OrPlain extends Component<{ text: string; children: ReactNode }, { failed: string | null }> {
  override state = { failed: null as string | null };

  static getDerivedStateFromError(error: unknown) {
    return { failed: String(error) };
  }

  override render() {
    return this.state.failed === null ? (
      this.props.children
    ) : (
      <p className="whitespace-pre-wrap">{this.props.text}</p>
    );
  }
}
